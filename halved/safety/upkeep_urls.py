from django.urls import path

from halved.safety import upkeep

app_name = "lines"
urlpatterns = [
    path("", upkeep.countries, name="countries"),
    path("<str:code>/", upkeep.country, name="country"),
    path("<str:code>/new/", upkeep.new, name="new"),
    path("<str:code>/<str:key>/", upkeep.line, name="line"),
    path("<str:code>/<str:key>/checked/", upkeep.checked, name="checked"),
    path("<str:code>/<str:key>/hide/", upkeep.hide, name="hide"),
    path("<str:code>/<str:key>/forget/", upkeep.forget, name="forget"),
]
