"""What a good lesson asks for beyond being readable: advice, plain words, figures, safety."""
