OPEN, CLOSE = "\ue000", "\ue001"
