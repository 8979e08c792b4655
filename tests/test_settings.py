"""What an operator must decide before others use it, and what is said when that is missing."""

from pathlib import Path

import pytest

from wizard.settings import Settings, SettingsError, is_placeholder, read_settings

COMPLETE = {
    "WIZARD_ENV": "production",
    "WIZARD_SECRET_KEY": "0123456789abcdef" * 2,
    "WIZARD_PUBLIC_URL": "https://veiviser.kommunen.no/",
    "WIZARD_OWNER": "Testkommunen",
    "WIZARD_CONTACT": "post@kommunen.no",
}


def test_production_starts_with_what_it_must_have(tmp_path: Path) -> None:
    """Then it is warned only of the declaration, which has its own page."""
    settings = read_settings(COMPLETE, tmp_path)
    assert settings.public_url == "https://veiviser.kommunen.no"
    assert (settings.owner, settings.contact) == ("Testkommunen", "post@kommunen.no")
    (warning,) = settings.warnings
    assert warning.startswith("WIZARD_ACCESSIBILITY_URL")
    declared = {**COMPLETE, "WIZARD_ACCESSIBILITY_URL": "https://uustatus.no/nb/erklaringer/1"}
    assert read_settings(declared, tmp_path).warnings == ()


@pytest.mark.parametrize("name", sorted(set(COMPLETE) - {"WIZARD_ENV"}))
@pytest.mark.parametrize("value", [None, "", "  "])
def test_production_names_the_setting_that_is_missing(
    tmp_path: Path, name: str, value: str | None
) -> None:
    """That one and no other."""
    told = {**COMPLETE, name: value}
    environment = {each: said for each, said in told.items() if said is not None}
    with pytest.raises(SettingsError) as refused:
        read_settings(environment, tmp_path)
    (line,) = str(refused.value).splitlines()
    assert line.startswith(f"{name} ")


def test_everything_that_is_missing_is_told_at_once(tmp_path: Path) -> None:
    """Nobody starts five times to learn of five settings."""
    with pytest.raises(SettingsError) as refused:
        read_settings({"WIZARD_ENV": "production"}, tmp_path)
    assert [line.split()[0] for line in str(refused.value).splitlines()] == [
        "WIZARD_SECRET_KEY",
        "WIZARD_PUBLIC_URL",
        "WIZARD_OWNER",
        "WIZARD_CONTACT",
    ]


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("WIZARD_CONTACT", "regelverk@example.org", "en plassholder"),
        ("WIZARD_CONTACT", "https://www.example.com/", "en plassholder"),
        ("WIZARD_CONTACT", "post@veiviser.example", "en plassholder"),
        ("WIZARD_CONTACT", "Ola Nordmann", "e-postadresse"),
        ("WIZARD_CONTACT", "http://kommunen.no", "e-postadresse"),
        ("WIZARD_PUBLIC_URL", "http://veiviser.kommunen.no", "begynne med https://"),
        ("WIZARD_PUBLIC_URL", "https://localhost", "navn som andre når"),
        ("WIZARD_PUBLIC_URL", "https://veiviser", "navn som andre når"),
        ("WIZARD_PUBLIC_URL", "https://10.0.0.7:8000", "navn som andre når"),
        ("WIZARD_PUBLIC_URL", "https://[::1]", "navn som andre når"),
        ("WIZARD_PUBLIC_URL", "https://example.org", "navn som andre når"),
        ("WIZARD_PUBLIC_URL", "https://veiviser.no/sti", "øverst på nettstedet"),
        ("WIZARD_OWNER", "changeme", "WIZARD_OWNER"),
        ("WIZARD_SECRET_KEY", "changeme" * 5, "ikke tilfeldig"),
        ("WIZARD_ACCESSIBILITY_URL", "javascript:alert(1)", "begynne med https://"),
    ],
)
def test_what_nobody_can_reach_is_refused(tmp_path: Path, name: str, value: str, said: str) -> None:
    """A placeholder, a bare host, or a name where an address should be."""
    with pytest.raises(SettingsError, match=said):
        read_settings({**COMPLETE, name: value}, tmp_path)


def test_development_starts_with_nothing_and_says_what_production_would_want(
    tmp_path: Path,
) -> None:
    """One line, with the names."""
    (warning,) = read_settings({}, tmp_path).warnings
    assert all(name in warning for name in set(COMPLETE) - {"WIZARD_ENV"})
    ready = {name: value for name, value in COMPLETE.items() if name != "WIZARD_ENV"}
    assert read_settings(ready, tmp_path).warnings == ()
    assert Settings(folder=tmp_path).production is False


@pytest.mark.parametrize("real", ["post@kommunen.no", "https://eksempel.no", "a@example.no"])
def test_only_reserved_names_are_placeholders(real: str) -> None:
    """A real address that looks a little like one is let through."""
    assert not is_placeholder(real)


LOGIN = {
    "WIZARD_OIDC_ISSUER": "https://login.kommunen.no/",
    "WIZARD_OIDC_CLIENT_ID": "veiviseren",
    "WIZARD_OIDC_CLIENT_SECRET": "hemmelig",
    "WIZARD_OPERATORS": "bruker:17, epost:kari@kommunen.no,gruppe:Regler ",
}


def test_where_operators_log_in_is_told_whole_or_not_at_all(tmp_path: Path) -> None:
    """Half a login would be none, and nobody would know; the secret is shown nowhere."""
    login = read_settings({**COMPLETE, **LOGIN}, tmp_path).login
    assert login
    assert login.issuer == "https://login.kommunen.no"
    assert login.operators == {"bruker:17", "epost:kari@kommunen.no", "gruppe:Regler"}
    assert "hemmelig" not in repr(login)
    assert read_settings(COMPLETE, tmp_path).login is None
    for name in LOGIN:
        with pytest.raises(SettingsError, match=f"Sett {name}."):
            read_settings({**COMPLETE, **LOGIN, name: ""}, tmp_path)


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("WIZARD_OIDC_ISSUER", "http://login.kommunen.no", "https://"),
        ("WIZARD_OIDC_ISSUER", "http://127.0.0.1:9400", "https://"),
        ("WIZARD_OIDC_ISSUER", "https://", "https://"),
        ("WIZARD_OPERATORS", "kari@kommunen.no", "må begynne med"),
        ("WIZARD_OPERATORS", "bruker:17,gruppe:", "må begynne med"),
    ],
)
def test_a_login_that_cannot_be_is_refused(
    tmp_path: Path, name: str, value: str, said: str
) -> None:
    """A name that could be taken for another kind of name lets nobody in."""
    with pytest.raises(SettingsError, match=said):
        read_settings({**COMPLETE, **LOGIN, name: value}, tmp_path)
