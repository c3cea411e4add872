"""What runs with the settings of a host of the cluster, in a process of its own."""
