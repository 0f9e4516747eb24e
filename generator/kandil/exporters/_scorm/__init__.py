"""What the formats of SCORM share: the facts of a course, the shell that an LMS launches."""
