"""A host that has outgrown one machine, shown on one: started, loaded, broken, looked after."""
