// Records: see DESIGN in README.
