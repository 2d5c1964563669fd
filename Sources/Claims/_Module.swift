// Claims: see DESIGN in README.
