"""What formats share in which a platform asks the questions and shows the pages itself."""
