// Geodesy: see DESIGN in README.
