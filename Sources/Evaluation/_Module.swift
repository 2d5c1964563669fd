// Evaluation: see DESIGN in README.
