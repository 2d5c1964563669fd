// EventStore: see DESIGN in README.
