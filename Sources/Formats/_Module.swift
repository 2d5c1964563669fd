// Formats: see DESIGN in README.
