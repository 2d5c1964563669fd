// NewsText: see DESIGN in README.
