// EventCoding: see DESIGN in README.
