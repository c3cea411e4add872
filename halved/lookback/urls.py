from django.urls import path

from halved.lookback import views

app_name = "lookback"
urlpatterns = [
    path("lookback/", views.lookback, name="lookback"),
    path("asks/<uuid:pk>/before/", views.before, name="before"),
    path("asks/<uuid:pk>/after/", views.after, name="after"),
]
