"""A lesson as a whole: headings, quizzes, banks, scenarios, conditional parts."""
