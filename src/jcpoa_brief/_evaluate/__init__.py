"""What holds predicted spans against the annotation. It imports the questions and the rooms below them."""
