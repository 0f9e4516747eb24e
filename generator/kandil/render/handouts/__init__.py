"""What a facilitator prints (F-FAC): plans, lessons with what to expect, paper quizzes, cards."""
