## The organizers' desk
desk-other-groups = others
desk-by-sector = 🏛 {$groups}
desk-by-region = 📍 {$groups}
desk-requests = 🙋 Asking to join: {$count}
desk-votes-close = 🗳 Closing soon: {$count}
requests-wait = Waiting for a decision: {$count}.
requests-none = 🙋 Nobody is asking to join at the moment.
