// Topology: see DESIGN in README.
