//! The same in English.

use insta::assert_snapshot;

use crate::support::{Network, link_code, redacted};

#[tokio::test]
async fn an_organizer_enters_and_the_person_takes_over_in_english() {
    let network = Network::empty(merezha::rehearsal::Limits::off(), &[]).await;
    let oksana = network.arrives("Oksana", "en", "").await;
    network.presses(&oksana, "As in Telegram: Oksana").await;
    network.says(&oksana, "/desk").await;
    network.presses(&oksana, "📄 Without Telegram").await;
    network.presses(&oksana, "➕ Add a person").await;
    let groups = network.says(&oksana, "Halyna").await;
    assert_snapshot!(groups, @"
    🤖 📄 Halyna

    Choose a sector and a region:
       [Authorities] [Civil society]
       [Other]
       [Luhansk region] [Donetsk region]
       [Other]
       [← Done] [🏠 Menu]
    ");
    let card = network.presses(&oksana, "← Done").await;
    assert_snapshot!(card, @"
    🤖 📄 Halyna · without Telegram
    No sector or region given

    Nothing stands under this name yet.

    Whatever you enter here is marked “Brought in by organizers”.
       [💡 Hand in a proposal]
       [🗂 Proposals]
       [⚖️ Where you stand] [☑️ Stances taken]
       [📅 Sessions] [📊 Polls]
       [🏷 Sector and region]
       [🔑 Invitation]
       [🗑 Remove]
       [← Back] [🏠 Menu]
    ");
    let none = network.presses(&oksana, "🗂 Proposals").await;
    assert_snapshot!(none, @"
    🤖 ✍️ For somebody else: Halyna

    You have not handed in any proposals yet.
       [💡 Hand in a proposal]
       [🏠 Menu]
       [← Halyna]
    ");
    network.presses(&oksana, "← Halyna").await;
    let invited = network.presses(&oksana, "🔑 Invitation").await;
    assert_snapshot!(redacted(&invited), @"
    🤖 <photo> 🔑 Personal invitation: Halyna. Good once, until 3 March, 12:00.

    https://t.me/rehearsal_bot?start=КОД

    Give the link or the QR code to this very person: whoever opens it can take over all that stands under this name.
       [✖️ Revoke the invitation]
       [← Back] [🏠 Menu]
    ");
    let halyna = network.arrives("Halyna", "en", &link_code(&invited)).await;
    assert_snapshot!(halyna.screen(), @"
    🤖 👋 This is a personal invitation to Merezha: Halyna.
    Nothing stands under this name yet.

    🔒 We keep only your name or pseudonym, language, sector and region (if you give them) and what you write and choose here, so that no proposal or vote gets lost. We never see your phone number, and you can leave and delete your data in the settings at any time.

    Is that you? Then all that stands under this name becomes yours.
       [✅ Yes, that’s me]
       [No, that’s not me]
    ");
    let yours = network.presses(&halyna, "✅ Yes, that’s me").await;
    assert_snapshot!(yours, @"
    🤖 ✅ You are in. Welcome, Halyna!

    Nothing stands under this name yet.
       [🗂 My proposals] [🗂 My stances]
       [⚙️ Settings] [🏠 Menu]
    ");
    network.end().await;
}
