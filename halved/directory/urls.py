from django.urls import path

from halved.directory import asking, correcting, keeping, views

app_name = "directory"
urlpatterns = [
    path("", views.search, name="search"),
    path("about/", keeping.about, name="about"),
    path("data/", keeping.data, name="data"),
    path("data/<uuid:pk>/", keeping.dataset, name="dataset"),
    path("data/<uuid:pk>/refresh/", keeping.refresh, name="refresh"),
    path("data/<uuid:pk>/take-away/", keeping.take_away, name="take_away"),
    path("data/<uuid:pk>/settle/", correcting.settle, name="settle"),
    path("<uuid:key>/", views.service, name="service"),
    path("<uuid:key>/wrong/", correcting.wrong, name="wrong"),
    path("<uuid:key>/ask/", asking.ask, name="ask"),
]
