from django.urls import path

from halved.lookback import giving, views

app_name = "lookback"
urlpatterns = [
    path("lookback/", views.lookback, name="lookback"),
    path("lookback/halved.csv", views.export, name="export"),
    path("asks/<uuid:pk>/before/", views.before, name="before"),
    path("asks/<uuid:pk>/after/", views.after, name="after"),
    path("giving/", giving.giving, name="giving"),
    path("giving/<uuid:pk>/", giving.given, name="given"),
    path("giving/<uuid:pk>/remove/", giving.remove, name="remove"),
]
