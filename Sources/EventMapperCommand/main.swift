print("eventmapper")
