"""A course as a backup of Moodle's: a folder of XML files that agree with each other."""
