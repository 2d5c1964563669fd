// Territory: see DESIGN in README.
