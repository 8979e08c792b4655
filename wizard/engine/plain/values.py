"""What JSON can hold."""

Json = None | bool | int | str | list["Json"] | dict[str, "Json"]
