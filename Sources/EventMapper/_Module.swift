// EventMapper: see DESIGN in README.
