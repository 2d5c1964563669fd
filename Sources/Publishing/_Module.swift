// Publishing: see DESIGN in README.
