from django.apps import AppConfig


class HalvedConfig(AppConfig):
    name = "halved"

    def ready(self) -> None:
        from halved import checks  # noqa: F401  # registers itself
