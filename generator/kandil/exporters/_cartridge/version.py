"""The versions of Common Cartridge that are written: 1.1, which Moodle reads, and 1.3."""

from __future__ import annotations

from kandil.values import dataclass

QTI = "http://www.imsglobal.org/xsd/ims_qtiasiv1p2"
"""Of assessments and of the question bank, in both."""


@dataclass(frozen=True, slots=True)
class Version:
    """What is called by the version's number."""

    number: str
    short: str

    @property
    def namespace(self) -> str:
        """Of the manifest."""
        return f"http://www.imsglobal.org/xsd/imscc{self.short}/imscp_v1p1"

    @property
    def metadata(self) -> str:
        """Of what the manifest says of the whole."""
        return f"http://ltsc.ieee.org/xsd/imscc{self.short}/LOM/manifest"

    @property
    def assessment(self) -> str:
        """Kind of resource."""
        return f"imsqti_xmlv1p2/imscc_xml{self.short}/assessment"

    @property
    def bank(self) -> str:
        """Kind of resource."""
        return f"imsqti_xmlv1p2/imscc_xml{self.short}/question-bank"


VERSIONS = {"1.1": Version("1.1.0", "v1p1"), "1.3": Version("1.3.0", "v1p3")}
