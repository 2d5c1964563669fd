// Gazetteer: see DESIGN in README.
