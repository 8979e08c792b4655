"""The bundle in time: phases, deadlines that can be reached, the council, and the longest way."""
