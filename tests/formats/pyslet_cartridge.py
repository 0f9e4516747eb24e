"""Runs pyslet's own tests of Common Cartridge over cartridges; by its own Python, which has no
Kandil. Writes what does not hold, and ends with 1 then."""

import sys
import unittest

from pyslet import imscc_profilev1p0, imscc_profilev1p1

if __name__ == "__main__":
    for path in sys.argv[1:]:
        held = imscc_profilev1p1.CommonCartridge(path)
        found = unittest.TextTestRunner().run(imscc_profilev1p0.CCTestSuite(held))
        if not (found.testsRun and found.wasSuccessful()):
            sys.exit(1)
