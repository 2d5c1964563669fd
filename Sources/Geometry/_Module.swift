// Geometry: see DESIGN in README.
