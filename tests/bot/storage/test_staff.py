from bot.ports import LoginKind, StaffAccount, StaffLogin, Store
from tests.storage_cases import AT, later


def login(token: str, name: str = "anna", expires: float = 3600) -> StaffLogin:
    return StaffLogin(
        token_hash=token,
        name=name,
        kind=LoginKind.SIGNED_IN,
        created_at=AT,
        seen_at=AT,
        expires_at=later(expires),
    )


async def test_an_account_is_kept_and_can_be_changed(store: Store) -> None:
    anna = StaffAccount(name="anna", password_hash="$argon2id$1")
    bert = StaffAccount(name="bert", password_hash="$argon2id$2", disabled=True)
    await store.add_staff(bert)
    await store.add_staff(anna)
    await store.add_staff(anna.model_copy(update={"password_hash": "$argon2id$3"}))

    assert await store.staff("anna") == StaffAccount(name="anna", password_hash="$argon2id$3")
    assert await store.staff("carla") is None
    assert [account.name for account in await store.staff_accounts()] == ["anna", "bert"]
    assert (await store.staff_accounts())[1].disabled


async def test_a_login_is_found_by_the_hash_of_its_token(store: Store) -> None:
    await store.add_login(login("een"))

    assert await store.login("een") == login("een")
    assert await store.login("twee") is None


async def test_a_one_time_link_works_once(store: Store) -> None:
    await store.add_login(login("een"))

    assert await store.drop_login("een") is True
    assert await store.drop_login("een") is False
    assert await store.login("een") is None


async def test_a_login_that_was_dropped_stays_dropped(store: Store) -> None:
    await store.add_login(login("een"))
    await store.touch_login("een", later(60))
    found = await store.login("een")
    assert found is not None
    assert found.seen_at == later(60)

    await store.drop_login("een")
    await store.touch_login("een", later(120))

    assert await store.login("een") is None


async def test_all_logins_of_one_account_can_be_dropped(store: Store) -> None:
    await store.add_login(login("een"))
    await store.add_login(login("twee"))
    await store.add_login(login("drie", name="bert"))

    await store.drop_logins("anna")

    assert await store.login("een") is None
    assert await store.login("twee") is None
    assert await store.login("drie") is not None


async def test_expired_logins_are_forgotten_when_a_new_one_is_made(store: Store) -> None:
    await store.add_login(login("oud", expires=10))

    await store.add_login(login("nieuw").model_copy(update={"created_at": later(11)}))

    assert await store.login("oud") is None
    assert await store.login("nieuw") is not None
