"""The namespaces of a SCORM 2004 manifest, 4th Edition (CAM 3.4.2)."""

from __future__ import annotations

from kandil.package.xml import Vocabulary

IMSCP = "http://www.imsglobal.org/xsd/imscp_v1p1"
ADLCP = "http://www.adlnet.org/xsd/adlcp_v1p3"
ADLSEQ = "http://www.adlnet.org/xsd/adlseq_v1p3"
ADLNAV = "http://www.adlnet.org/xsd/adlnav_v1p3"
IMSSS = "http://www.imsglobal.org/xsd/imsss"
VERSION = "2004 4th Edition"
WORDS = Vocabulary({"": IMSCP, "adlcp": ADLCP, "adlseq": ADLSEQ, "adlnav": ADLNAV, "imsss": IMSSS})
