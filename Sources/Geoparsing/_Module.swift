// Geoparsing: see DESIGN in README.
