// Generated from openapi.json: npm run openapi

export interface paths {
    "/auth/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in
         * @description Needs no token.
         */
        post: operations["signIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Refresh the tokens
         * @description Answers with a new access token and a new refresh token. The client whose answer was lost may repeat the exchange for ten seconds, and gets the same refresh token. Otherwise one that comes back after its exchange was stolen: the session ends, and both must sign in again.
         *
         *     Needs no token.
         */
        post: operations["refreshTokens"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign out
         * @description Ends the session at once: its access and refresh tokens are refused from now on.
         *
         *     Needs a valid token, whatever it permits.
         */
        post: operations["signOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the signed-in user
         * @description For people; an API key has no account.
         *
         *     Needs a valid token, whatever it permits.
         */
        get: operations["getSignedInUser"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change your password
         * @description For people. Ends your sessions on all other devices, and links that would set another password.
         *
         *     Needs a valid token, whatever it permits.
         */
        post: operations["changeYourPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/password/forgot": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for a link to set a new password
         * @description If a user signs in with this address, the link is mailed there, at most once a minute; it works once, within an hour. The answer is always the same: it does not say whether the address is known.
         *
         *     Needs no token.
         */
        post: operations["askForLinkToSetNewPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/password/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set a new password with a mailed link
         * @description Ends all sessions: sign in with the new password.
         *
         *     Needs no token.
         */
        post: operations["setNewPasswordWithMailedLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/invitations/lookup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Look up an invitation
         * @description Answers with the invited user, so that a page can greet them. The invitation stays good.
         *
         *     Needs no token.
         */
        post: operations["lookUpInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/invitations/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept an invitation
         * @description Sets the password, and signs in. An invitation can be accepted once, within seven days.
         *
         *     Needs no token.
         */
        post: operations["acceptInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.well-known/jwks.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the public keys
         * @description Of the access tokens: the signing key first, then those that overlap with it.
         *
         *     Needs no token.
         */
        get: operations["getPublicKeys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dashboard/calls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List calls
         * @description Newest first, by when they began.
         *
         *     Needs the permission `calls:read`.
         */
        get: operations["listCalls"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dashboard/calls/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export calls
         * @description All that fit the filters, as a CSV file: UTF-8, one column a field, a header line. Text that a
         *     spreadsheet would run as a formula begins with an apostrophe. A file that cannot be completed ends with a broken
         *     connection.
         *
         *     Needs the permission `calls:read`.
         */
        get: operations["exportCalls"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dashboard/calls/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count calls
         * @description Counted from the calls themselves, those that still last included.
         *
         *     Needs the permission `analytics:read`.
         */
        get: operations["countCalls"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dashboard/calls/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the calls that go on
         * @description With whom the caller is and what was said last. `contact` is null without the permission `contacts:read`.
         *
         *     Needs the permission `calls:read`.
         */
        get: operations["listLiveCalls"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dashboard/calls/live/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow the calls that go on
         * @description Server-sent events. `calls` comes first, and is the answer of `GET /dashboard/calls/live`; then `call` for each call that is new or has changed, within a second and a half, and `over` with the `id` of one that is over. A comment every ten seconds shows that the connection holds. It ends when the token does; who connects again gets `calls` again. At most 50 follow a tenant's calls at once in each process.
         *
         *     Needs the permission `calls:read`.
         */
        get: operations["followLiveCalls"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dashboard/calls/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a call
         * @description With its transcript, recordings, analysis, and the timeline of what came in and went out.
         *
         *     Needs the permission `calls:read`.
         *
         *     `recordings` is empty without the permission `recordings:read`.
         *
         *     `contact` is empty without the permission `contacts:read`.
         */
        get: operations["getCall"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dashboard/calls/{id}/hang-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End a call
         * @description Tells the carrier, and asks it for up to ten seconds whether the call is over.
         *
         *     Needs the permission `calls:control`.
         */
        post: operations["hangUpCall"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dashboard/calls/{id}/say": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Have the assistant say a sentence
         * @description It interrupts itself for it. The sentence is not kept.
         *
         *     Needs the permission `calls:control`.
         */
        post: operations["sayInCall"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dashboard/calls/{id}/mute-assistant": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Silence the assistant
         * @description Needs the permission `calls:control`.
         */
        post: operations["muteAssistant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dashboard/calls/{id}/unmute-assistant": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let the assistant speak again
         * @description Needs the permission `calls:control`.
         */
        post: operations["unmuteAssistant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dashboard/calls/{id}/transfer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Transfer a call to a person
         * @description The carrier rings the number on the leg of the caller, and the assistant is out of the call. Where the number does not answer, the caller can leave a message. A number that we answer ourselves is refused: it would ring itself.
         *
         *     Needs the permission `calls:control`.
         */
        post: operations["transferCall"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dashboard/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List contacts
         * @description Sorted by name.
         *
         *     Needs the permission `contacts:read`.
         */
        get: operations["listContacts"];
        put?: never;
        /**
         * Create a contact
         * @description Calls from and to the number show its name from now on, earlier ones too.
         *
         *     Needs the permission `contacts:write`.
         */
        post: operations["createContact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dashboard/contacts/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export contacts
         * @description All that fit the filters, as a CSV file: UTF-8, one column a field, a header line. Text that a
         *     spreadsheet would run as a formula begins with an apostrophe. A file that cannot be completed ends with a broken
         *     connection.
         *
         *     Needs the permission `contacts:read`.
         */
        get: operations["exportContacts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dashboard/contacts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a contact
         * @description Needs the permission `contacts:read`.
         */
        get: operations["getContact"];
        put?: never;
        post?: never;
        /**
         * Delete a contact
         * @description For good. Its calls stay for as long as calls are kept.
         *
         *     Needs the permission `contacts:write`.
         */
        delete: operations["deleteContact"];
        options?: never;
        head?: never;
        /**
         * Change a contact
         * @description The audit log names the fields that changed, not what they hold.
         *
         *     Needs the permission `contacts:write`.
         */
        patch: operations["changeContact"];
        trace?: never;
    };
    "/dashboard/work-items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List work items
         * @description The next due first.
         *
         *     Needs the permission `work_items:read`.
         */
        get: operations["listWorkItems"];
        put?: never;
        /**
         * Create a work item
         * @description Needs the permission `work_items:write`.
         */
        post: operations["createWorkItem"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dashboard/work-items/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export work items
         * @description All that fit the filters, as a CSV file: UTF-8, one column a field, a header line. Text that a
         *     spreadsheet would run as a formula begins with an apostrophe. A file that cannot be completed ends with a broken
         *     connection.
         *
         *     Needs the permission `work_items:read`.
         */
        get: operations["exportWorkItems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dashboard/work-items/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a work item
         * @description Needs the permission `work_items:read`.
         */
        get: operations["getWorkItem"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a work item
         * @description Assign it, give it another time, end it as done or cancelled, or open it again, which forgets who had ended it. The audit log names the fields that changed; of what a caller wants it keeps nothing.
         *
         *     Needs the permission `work_items:write`.
         */
        patch: operations["changeWorkItem"];
        trace?: never;
    };
    "/dashboard/answering/plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the answering plans
         * @description First the one for all numbers, then those of single numbers, which outrank it.
         *
         *     Needs the permission `answering:read`.
         */
        get: operations["listAnsweringPlans"];
        put?: never;
        /**
         * Create an answering plan
         * @description For all numbers, or for one of them. It is a draft: calls are answered by it once it is published.
         *
         *     Needs the permission `answering:write`.
         */
        post: operations["createAnsweringPlan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dashboard/answering/plans/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get an answering plan
         * @description Its draft, and the version that answers.
         *
         *     Needs the permission `answering:read`.
         */
        get: operations["getAnsweringPlan"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Save the draft of an answering plan
         * @description Replaces all of it. With `If-Match` it overwrites no other. Calls are answered as before.
         *
         *     Needs the permission `answering:write`.
         */
        patch: operations["saveAnsweringDraft"];
        trace?: never;
    };
    "/dashboard/answering/plans/{id}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Publish the draft of an answering plan
         * @description It becomes the next version, and answers calls within seconds. A call in progress goes on with the version that it began with. Refused for a plan that would leave a caller without an answer. With `If-Match` it publishes what was read, and nothing else.
         *
         *     Needs the permission `answering:write`.
         */
        post: operations["publishAnsweringPlan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dashboard/answering/plans/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraw an answering plan
         * @description It answers no new call any more: those of its number are answered by the plan for all numbers, those of all numbers as without a plan. Draft and versions stay.
         *
         *     Needs the permission `answering:write`.
         */
        post: operations["withdrawAnsweringPlan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dashboard/answering/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check an answering plan
         * @description Whether every caller gets an answer, at every hour, whatever fails: what would be refused if it were published. Nothing is kept.
         *
         *     Needs the permission `answering:read`.
         */
        post: operations["checkAnsweringPlan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dashboard/answering/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Preview what a caller hears
         * @description Step by step, from the ring on, as the phone line decides it: by a plan, at a time, with the override that holds then. Without replies it shows the beginning; each reply ends a pause. It stops at a reply that does not fit its pause. No call is made and nothing is kept.
         *
         *     Needs the permission `answering:read`.
         */
        post: operations["previewAnswer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dashboard/answering/plans/{id}/diff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Compare two versions of an answering plan
         * @description Each place in which they differ, once, at the smallest part that both have.
         *
         *     Needs the permission `answering:read`.
         */
        get: operations["compareAnsweringVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dashboard/answering/plans/{id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List answering versions
         * @description What was published, newest first.
         *
         *     Needs the permission `answering:read`.
         */
        get: operations["listAnsweringVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dashboard/answering/plans/{id}/versions/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export answering versions
         * @description All that fit the filters, as a CSV file: UTF-8, one column a field, a header line. Text that a
         *     spreadsheet would run as a formula begins with an apostrophe. A file that cannot be completed ends with a broken
         *     connection.
         *
         *     Needs the permission `answering:read`.
         */
        get: operations["exportAnsweringVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dashboard/answering/plans/{id}/versions/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a version of an answering plan
         * @description Needs the permission `answering:read`.
         */
        get: operations["getAnsweringVersion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dashboard/answering/plans/{id}/versions/{version}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Publish an earlier version of an answering plan again
         * @description Rolls back: the version becomes the next one, and the draft stays as it is. Refused like a draft.
         *
         *     Needs the permission `answering:write`.
         */
        post: operations["publishAnsweringVersionAgain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dashboard/answering/override": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the override that holds now
         * @description Needs the permission `answering:read`.
         */
        get: operations["getAnsweringOverride"];
        /**
         * Set an override
         * @description Closed for a while, or all calls to one number: for all plans, within seconds, until its time is over. It takes the place of the one before.
         *
         *     Needs the permission `answering:override`.
         */
        put: operations["setAnsweringOverride"];
        post?: never;
        /**
         * End the override
         * @description The plans hold again, within seconds.
         *
         *     Needs the permission `answering:override`.
         */
        delete: operations["endAnsweringOverride"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dashboard/webhook-events/stuck": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List stuck webhooks
         * @description Webhooks whose handover to their call failed in 5 attempts or more. Each is tried again every few minutes.
         *
         *     Needs the permission `calls:read`.
         */
        get: operations["listStuckWebhooks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dashboard/webhook-events/stuck/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export stuck webhooks
         * @description All that fit the filters, as a CSV file: UTF-8, one column a field, a header line. Text that a
         *     spreadsheet would run as a formula begins with an apostrophe. A file that cannot be completed ends with a broken
         *     connection.
         *
         *     Needs the permission `calls:read`.
         */
        get: operations["exportStuckWebhooks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dashboard/webhook-events/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Retry a stuck webhook
         * @description Gives the webhook to its call with the next sweep, some seconds from now, rather than in a few minutes.
         *
         *     Needs the permission `deliveries:retry`.
         */
        post: operations["retryStuckWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dashboard/webhooks/stats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get delivery statistics
         * @description How each endpoint took the deliveries that were queued since, whenever they were attempted.
         *
         *     Needs the permission `deliveries:read`.
         */
        get: operations["getDeliveryStatistics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dashboard/webhooks/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List deliveries
         * @description Events on their way to your endpoint, newest first, with each attempt.
         *
         *     Needs the permission `deliveries:read`.
         */
        get: operations["listDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dashboard/webhooks/deliveries/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export deliveries
         * @description All that fit the filters, as a CSV file: UTF-8, one column a field, a header line. Text that a
         *     spreadsheet would run as a formula begins with an apostrophe. A file that cannot be completed ends with a broken
         *     connection.
         *
         *     Needs the permission `deliveries:read`.
         */
        get: operations["exportDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dashboard/webhooks/deliveries/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a delivery
         * @description With the text that is sent and what the endpoint answered each time.
         *
         *     Needs the permission `deliveries:read`.
         */
        get: operations["getDelivery"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dashboard/webhooks/deliveries/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Retry deliveries
         * @description All that fit: oldest first at each endpoint, the endpoints side by side. Those of disabled endpoints stay as they are. Follow it as a recovery.
         *
         *     Needs the permission `deliveries:retry`.
         */
        post: operations["retryDeliveries"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dashboard/webhooks/deliveries/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Retry a delivery
         * @description Now, with the same `webhook-id`, and then by the schedule from its start. What was delivered is sent again; what is pending goes on as it is. It goes out also while its endpoint gets nothing else because it fails.
         *
         *     Needs the permission `deliveries:retry`.
         */
        post: operations["retryDelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dashboard/webhooks/recoveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List recoveries
         * @description Newest first, 50 at most.
         *
         *     Needs the permission `deliveries:read`.
         */
        get: operations["listRecoveries"];
        put?: never;
        /**
         * Send an endpoint what it has missed
         * @description Everything since then that it wants and has not taken, up to 14 days back, oldest first; also what happened before the endpoint was created, and what waits for its next attempt. What is being sent goes on as it is.
         *
         *     Needs the permission `deliveries:retry`.
         */
        post: operations["sendEndpointWhatItHasMissed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dashboard/webhooks/recoveries/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a recovery
         * @description Needs the permission `deliveries:read`.
         */
        get: operations["getRecovery"];
        put?: never;
        post?: never;
        /**
         * Cancel a recovery
         * @description The recovery ends within seconds. Deliveries that are under way go on. Can be repeated.
         *
         *     Needs the permission `deliveries:retry`.
         */
        delete: operations["cancelRecovery"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dashboard/webhooks/endpoints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List endpoints
         * @description Newest first.
         *
         *     Needs the permission `settings:read`.
         */
        get: operations["listEndpoints"];
        put?: never;
        /**
         * Create an endpoint
         * @description The endpoint receives events that happen from now on. A tenant has at most 20 endpoints.
         *
         *     Needs the permission `settings:write`.
         */
        post: operations["createEndpoint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dashboard/webhooks/endpoints/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export endpoints
         * @description All that fit the filters, as a CSV file: UTF-8, one column a field, a header line. Text that a
         *     spreadsheet would run as a formula begins with an apostrophe. A file that cannot be completed ends with a broken
         *     connection.
         *
         *     Needs the permission `settings:read`.
         */
        get: operations["exportEndpoints"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dashboard/webhooks/endpoints/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get an endpoint
         * @description Needs the permission `settings:read`.
         */
        get: operations["getEndpoint"];
        put?: never;
        post?: never;
        /**
         * Delete an endpoint
         * @description Its secret is erased, and its waiting deliveries end. The log of deliveries stays.
         *
         *     Needs the permission `settings:write`.
         */
        delete: operations["deleteEndpoint"];
        options?: never;
        head?: never;
        /**
         * Change an endpoint
         * @description Deliveries on their way go to the new URL; another choice of events, and another limit, hold from the next event on; a delivery that waits already keeps its place. What was held while it was disabled, given up, or waits for its next attempt goes out on request: `POST /dashboard/webhooks/recoveries`.
         *
         *     Needs the permission `settings:write`.
         */
        patch: operations["changeEndpoint"];
        trace?: never;
    };
    "/dashboard/webhooks/endpoints/{id}/secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show an endpoint's secret
         * @description The audit log notes that the secret was shown, since its holder can sign events in our name.
         *
         *     Needs the permission `settings:write`.
         */
        get: operations["showEndpointSecret"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dashboard/webhooks/endpoints/{id}/secret/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rotate an endpoint's secret
         * @description Both secrets sign each delivery until the overlap is over, so that no verification fails while the receiver changes over. Up to four earlier ones sign besides the new one, each until its own time; one more ends the oldest. Without an overlap all earlier ones end at once. The `signature` in the body is by the new one from now on.
         *
         *     Needs the permission `settings:write`.
         */
        post: operations["rotateEndpointSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dashboard/webhooks/endpoints/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a test event to an endpoint
         * @description The example of its type, with `"test": true` in `data`; signed, logged and tried again like any other, and sent whether the endpoint wants events of that type or not. How it goes is at `/dashboard/webhooks/deliveries/{deliveryId}`.
         *
         *     Needs the permission `deliveries:retry`.
         */
        post: operations["sendTestEventToEndpoint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events/types": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List event types
         * @description All that an endpoint can receive, each with the schema of its body and an example.
         *
         *     Needs no token.
         */
        get: operations["listEventTypes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dashboard/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List days
         * @description What the calls that began on a day added up to, latest day first. Days without calls are left out.
         *
         *     Needs the permission `analytics:read`.
         */
        get: operations["listDays"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dashboard/metrics/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export days
         * @description All that fit the filters, as a CSV file: UTF-8, one column a field, a header line. Text that a
         *     spreadsheet would run as a formula begins with an apostrophe. A file that cannot be completed ends with a broken
         *     connection.
         *
         *     Needs the permission `analytics:read`.
         */
        get: operations["exportDays"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dashboard/metrics/aggregated": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Add days up
         * @description Over all days, or over those of a range.
         *
         *     Needs the permission `analytics:read`.
         */
        get: operations["addDaysUp"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dashboard/tenant/config": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get all settings
         * @description Secrets are masked; null is what has not been saved yet.
         *
         *     Needs the permission `settings:read`.
         */
        get: operations["getAllSettings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dashboard/tenant/config/twilio": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the Twilio settings
         * @description Secrets are masked. 404 until they have been saved.
         *
         *     Needs the permission `settings:read`.
         */
        get: operations["getTwilioSettings"];
        /**
         * Save the Twilio settings
         * @description Replaces all of them. A secret sent back masked, as it was shown, stays as it is.
         *
         *     Needs the permission `settings:write`.
         */
        put: operations["saveTwilioSettings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dashboard/tenant/config/signalwire": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the SignalWire settings
         * @description Secrets are masked. 404 until they have been saved.
         *
         *     Needs the permission `settings:read`.
         */
        get: operations["getSignalwireSettings"];
        /**
         * Save the SignalWire settings
         * @description Replaces all of them. A secret sent back masked, as it was shown, stays as it is.
         *
         *     Needs the permission `settings:write`.
         */
        put: operations["saveSignalwireSettings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dashboard/tenant/config/vapi": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the Vapi settings
         * @description Secrets are masked. 404 until they have been saved.
         *
         *     Needs the permission `settings:read`.
         */
        get: operations["getVapiSettings"];
        /**
         * Save the Vapi settings
         * @description Replaces all of them. A secret sent back masked, as it was shown, stays as it is.
         *
         *     Needs the permission `settings:write`.
         */
        put: operations["saveVapiSettings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dashboard/tenant/config/n8n": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the Endpoint settings
         * @description Secrets are masked. 404 until they have been saved.
         *
         *     Needs the permission `settings:read`.
         */
        get: operations["getEndpointSettings"];
        /**
         * Save the Endpoint settings
         * @description Replaces all of them. A secret sent back masked, as it was shown, stays as it is.
         *
         *     Needs the permission `settings:write`.
         */
        put: operations["saveEndpointSettings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dashboard/assistant": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the assistant
         * @description Its ids at its vendor, when it was last written there, and what the vendor had otherwise afterwards.
         *
         *     Needs the permission `settings:read`.
         */
        get: operations["getAssistant"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dashboard/assistant/sync": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Write the assistant to its vendor
         * @description Creates or updates the assistant and its tools there, and reads back what the vendor has. An assistant that the settings name is taken over: what was set by hand in these fields is replaced. Repeating it changes nothing more. While one runs a second is refused.
         *
         *     Needs the permission `settings:write`.
         */
        post: operations["syncAssistant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dashboard/tenant": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change the tenant
         * @description Days that were counted before the time zone changed stay as they were counted. A shorter retention deletes within the hour what it no longer covers, for good.
         *
         *     Needs the permission `settings:write`.
         */
        patch: operations["changeTenant"];
        trace?: never;
    };
    "/dashboard/business": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get what is said of the business
         * @description What was never saved is empty: assistants then say that the business has not said it.
         *
         *     Needs the permission `settings:read`.
         */
        get: operations["getBusiness"];
        /**
         * Save what is said of the business
         * @description Assistants name no price but those given here. What was promised before keeps its time.
         *
         *     Needs the permission `settings:write`.
         */
        put: operations["saveBusiness"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dashboard/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List users
         * @description Needs the permission `users:read`.
         */
        get: operations["listUsers"];
        put?: never;
        /**
         * Invite a user
         * @description The role may permit no more than yours. The invitation is good for seven days; pass it on.
         *
         *     Needs the permission `users:write`.
         */
        post: operations["inviteUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dashboard/users/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export users
         * @description All that fit the filters, as a CSV file: UTF-8, one column a field, a header line. Text that a
         *     spreadsheet would run as a formula begins with an apostrophe. A file that cannot be completed ends with a broken
         *     connection.
         *
         *     Needs the permission `users:read`.
         */
        get: operations["exportUsers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dashboard/users/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a user
         * @description Needs the permission `users:read`.
         */
        get: operations["getUser"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a user
         * @description Takes effect at once: a deactivated user is signed out everywhere. API keys that they made belong to the tenant and go on; revoke those that they may have kept. Users cannot change their own role, nor that of a user who may do more.
         *
         *     Needs the permission `users:write`.
         */
        patch: operations["changeUser"];
        trace?: never;
    };
    "/dashboard/users/{id}/invitation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Invite a user again
         * @description For an invitation that was lost or has expired. The earlier link ends.
         *
         *     Needs the permission `users:write`.
         */
        post: operations["inviteUserAgain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dashboard/tenant/transfer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Transfer ownership
         * @description To an active user of the tenant. Needs your password once more. You become an admin, and only the new owner can undo it.
         *
         *     Needs the permission `ownership:transfer`.
         */
        post: operations["transferOwnership"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tenants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List tenants
         * @description Needs the operator's key.
         */
        get: operations["listTenants"];
        put?: never;
        /**
         * Create a tenant
         * @description Answers with the invitation of its owner, who signs in, saves the settings of the providers, and pastes the webhook URLs there.
         *
         *     Needs the operator's key.
         */
        post: operations["createTenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tenants/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export tenants
         * @description All that fit the filters, as a CSV file: UTF-8, one column a field, a header line. Text that a
         *     spreadsheet would run as a formula begins with an apostrophe. A file that cannot be completed ends with a broken
         *     connection.
         *
         *     Needs the operator's key.
         */
        get: operations["exportTenants"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tenants/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a tenant
         * @description Needs the operator's key.
         */
        get: operations["getTenant"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tenants/{id}/invitation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Invite the owner again
         * @description For an invitation that was lost or has expired. The earlier link ends.
         *
         *     Needs the operator's key.
         */
        post: operations["inviteOwnerAgain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dashboard/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List API keys
         * @description Newest first, with those that have expired or were revoked.
         *
         *     Needs the permission `api_keys:read`.
         */
        get: operations["listApiKeys"];
        put?: never;
        /**
         * Create an API key
         * @description For a program. The answer holds the key, this once. It belongs to the tenant: it goes on when the user who made it leaves. To replace a key, create the next one, then revoke it.
         *
         *     Needs the permission `api_keys:write`.
         */
        post: operations["createApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dashboard/api-keys/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export API keys
         * @description All that fit the filters, as a CSV file: UTF-8, one column a field, a header line. Text that a
         *     spreadsheet would run as a formula begins with an apostrophe. A file that cannot be completed ends with a broken
         *     connection.
         *
         *     Needs the permission `api_keys:read`.
         */
        get: operations["exportApiKeys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dashboard/api-keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get an API key
         * @description Everything about it except the key itself.
         *
         *     Needs the permission `api_keys:read`.
         */
        get: operations["getApiKey"];
        put?: never;
        post?: never;
        /**
         * Revoke an API key
         * @description The next request with the key is refused. Can be repeated; a revoked key stays in the list.
         *
         *     Needs the permission `api_keys:write`.
         */
        delete: operations["revokeApiKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dashboard/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List audit events
         * @description Newest first. The database refuses to change or remove an entry.
         *
         *     Needs the permission `audit:read`.
         */
        get: operations["listAuditEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dashboard/audit/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export audit events
         * @description All that fit the filters, as a CSV file: UTF-8, one column a field, a header line. Text that a
         *     spreadsheet would run as a formula begins with an apostrophe. A file that cannot be completed ends with a broken
         *     connection.
         *
         *     Needs the permission `audit:read`.
         */
        get: operations["exportAuditEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Check health
         * @description Whether the process is there, and which version.
         *
         *     Needs no token.
         */
        get: operations["checkHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Check liveness
         * @description Answers as long as the process runs.
         *
         *     Needs no token.
         */
        get: operations["checkLiveness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Check readiness
         * @description Ready while PostgreSQL and Temporal both answer.
         *
         *     Needs no token.
         */
        get: operations["checkReadiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/detailed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get detailed health
         * @description Figures are at most five seconds old, so that asking often costs nothing. A figure that PostgreSQL does not give in time is null. With the operator's key the answer names endpoints, too.
         *
         *     Needs no token.
         */
        get: operations["getDetailedHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Prometheus metrics
         * @description The numbers of `GET /health/detailed`, and those of this process, in the text format of Prometheus. While PostgreSQL is down `receptionist_up` says so, and what it alone knows is missing.
         *
         *     Needs the operator's key.
         */
        get: operations["getPrometheusMetrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/twilio/{tenantSlug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Receive a twilio webhook as GET
         * @description The fields are in the query, which is signed with the rest of the URL. Proven by the provider's signature with the tenant's own secret. At most 1048576 bytes. Once it is acknowledged it is never lost; a repeated one is acknowledged and counts once.
         *
         *     Needs no token.
         */
        get: operations["receiveTwilioWebhookAsGet"];
        put?: never;
        /**
         * Receive a twilio webhook
         * @description Proven by the provider's signature with the tenant's own secret. At most 1048576 bytes. Once it is acknowledged it is never lost; a repeated one is acknowledged and counts once.
         *
         *     Needs no token.
         */
        post: operations["receiveTwilioWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/twilio": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Receive a twilio webhook by number as GET
         * @description The fields are in the query, which is signed with the rest of the URL. For the tenant that owns the called number. Proven by the provider's signature with the tenant's own secret. At most 1048576 bytes. Once it is acknowledged it is never lost; a repeated one is acknowledged and counts once.
         *
         *     Needs no token.
         */
        get: operations["receiveTwilioWebhookByNumberAsGet"];
        put?: never;
        /**
         * Receive a twilio webhook by number
         * @description For the tenant that owns the called number. Proven by the provider's signature with the tenant's own secret. At most 1048576 bytes. Once it is acknowledged it is never lost; a repeated one is acknowledged and counts once.
         *
         *     Needs no token.
         */
        post: operations["receiveTwilioWebhookByNumber"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/signalwire/{tenantSlug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Receive a signalwire webhook as GET
         * @description The fields are in the query, which is signed with the rest of the URL. Proven by the provider's signature with the tenant's own secret. At most 1048576 bytes. Once it is acknowledged it is never lost; a repeated one is acknowledged and counts once.
         *
         *     Needs no token.
         */
        get: operations["receiveSignalwireWebhookAsGet"];
        put?: never;
        /**
         * Receive a signalwire webhook
         * @description Proven by the provider's signature with the tenant's own secret. At most 1048576 bytes. Once it is acknowledged it is never lost; a repeated one is acknowledged and counts once.
         *
         *     Needs no token.
         */
        post: operations["receiveSignalwireWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/signalwire": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Receive a signalwire webhook by number as GET
         * @description The fields are in the query, which is signed with the rest of the URL. For the tenant that owns the called number. Proven by the provider's signature with the tenant's own secret. At most 1048576 bytes. Once it is acknowledged it is never lost; a repeated one is acknowledged and counts once.
         *
         *     Needs no token.
         */
        get: operations["receiveSignalwireWebhookByNumberAsGet"];
        put?: never;
        /**
         * Receive a signalwire webhook by number
         * @description For the tenant that owns the called number. Proven by the provider's signature with the tenant's own secret. At most 1048576 bytes. Once it is acknowledged it is never lost; a repeated one is acknowledged and counts once.
         *
         *     Needs no token.
         */
        post: operations["receiveSignalwireWebhookByNumber"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/vapi/{tenantSlug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Receive a vapi webhook
         * @description Proven by the provider's signature with the tenant's own secret. At most 20971520 bytes. Once it is acknowledged it is never lost; a repeated one is acknowledged and counts once.
         *
         *     Needs no token.
         */
        post: operations["receiveVapiWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mcp/ivr/entry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Answer a call
         * @description For the tenant that owns the called number, from the carrier whose signature it carries. Each of these addresses takes every webhook of a call. Proven by the provider's signature with the tenant's own secret. At most 1048576 bytes. Once it is acknowledged it is never lost; a repeated one is acknowledged and counts once.
         *
         *     Needs no token.
         */
        post: operations["answerIvrCall"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mcp/ivr/event": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Go on with a call
         * @description For the tenant that owns the called number, from the carrier whose signature it carries. Each of these addresses takes every webhook of a call. Proven by the provider's signature with the tenant's own secret. At most 1048576 bytes. Once it is acknowledged it is never lost; a repeated one is acknowledged and counts once.
         *
         *     Needs no token.
         */
        post: operations["continueIvrCall"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mcp/ivr/log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take in what became of a call
         * @description For the tenant that owns the called number, from the carrier whose signature it carries. Each of these addresses takes every webhook of a call. Proven by the provider's signature with the tenant's own secret. At most 1048576 bytes. Once it is acknowledged it is never lost; a repeated one is acknowledged and counts once.
         *
         *     Needs no token.
         */
        post: operations["logIvrCall"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface webhooks {
    "call.started": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * call.started
         * @description A call came in or went out. Version 1.
         */
        post: operations["onCallStarted"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "call.answered": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * call.answered
         * @description The assistant, the menu or the callee picked up. Version 1.
         */
        post: operations["onCallAnswered"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "call.transferred": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * call.transferred
         * @description A person took the call over. Version 1.
         */
        post: operations["onCallTransferred"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "call.ended": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * call.ended
         * @description The call is over, with its outcome, duration and transcript. Version 1.
         */
        post: operations["onCallEnded"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "call.analyzed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * call.analyzed
         * @description The assistant's summary and structured data are there. Version 1.
         */
        post: operations["onCallAnalyzed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "recording.ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * recording.ready
         * @description A recording can be fetched. Version 1.
         */
        post: operations["onRecordingReady"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "message.received": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * message.received
         * @description A text reached one of your numbers. Announced: nothing sends it yet. Version 1.
         */
        post: operations["onMessageReceived"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "message.sent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * message.sent
         * @description The carrier took over a text of yours. Announced: nothing sends it yet. Version 1.
         */
        post: operations["onMessageSent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "message.failed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * message.failed
         * @description A text of yours did not arrive, and is not tried again. Announced: nothing sends it yet. Version 1.
         */
        post: operations["onMessageFailed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "booking.created": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * booking.created
         * @description A visit is booked. Announced: nothing sends it yet. Version 1.
         */
        post: operations["onBookingCreated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "booking.rescheduled": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * booking.rescheduled
         * @description A visit takes place at another time. Announced: nothing sends it yet. Version 1.
         */
        post: operations["onBookingRescheduled"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "booking.cancelled": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * booking.cancelled
         * @description A visit does not take place. Announced: nothing sends it yet. Version 1.
         */
        post: operations["onBookingCancelled"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "work_item.created": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * work_item.created
         * @description Something was promised to a caller, or noted by a person: a message to pass on, a call back. Version 1.
         */
        post: operations["onWork_itemCreated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "work_item.overdue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * work_item.overdue
         * @description Its time has passed, and it is neither done nor cancelled. Again where it gets another time that passes. Version 1.
         */
        post: operations["onWork_itemOverdue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "work_item.done": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * work_item.done
         * @description A person has done it. Again where it was reopened. Version 1.
         */
        post: operations["onWork_itemDone"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "work_item.cancelled": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * work_item.cancelled
         * @description A person has decided that it needs not be done. Again where it was reopened. Version 1.
         */
        post: operations["onWork_itemCancelled"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "number.added": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * number.added
         * @description We answer one more number of yours. Version 1.
         */
        post: operations["onNumberAdded"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "number.removed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * number.removed
         * @description We no longer answer one of your numbers. Version 1.
         */
        post: operations["onNumberRemoved"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "endpoint.disabled": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * endpoint.disabled
         * @description One of your endpoints is disabled: its events are held. Your other endpoints receive this event. Version 1.
         */
        post: operations["onEndpointDisabled"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "usage.recorded": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * usage.recorded
         * @description What the calls that began on a day added up to, some six hours after its end. None for a day without calls. Version 1.
         */
        post: operations["onUsageRecorded"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface components {
    schemas: {
        /** @description How calls are answered */
        AnsweringPlan: {
            /** @description IANA name: days begin and end there */
            timeZone: string;
            /** @description The first is spoken first */
            languages: ("fr" | "en")[];
            /** @description In each language of the plan */
            greeting: {
                [key: string]: string;
            };
            /** @description Intervals of opening, several a day */
            hours: {
                [key: string]: {
                    from: string;
                    /** @description At most 24:00 */
                    to: string;
                }[];
            };
            /**
             * @description Closed on the public holidays of this province
             * @enum {string}
             */
            holidays?: "QC" | "ON" | "NB";
            /**
             * @description Days with hours of their own; they outrank holidays and hours
             * @default []
             */
            specialDays: {
                /** Format: date */
                date: string;
                intervals: {
                    from: string;
                    /** @description At most 24:00 */
                    to: string;
                }[];
            }[];
            /** @enum {string} */
            recording: "never" | "announced" | "asked";
            /** @description Where a call begins */
            start: {
                /** @description Name of a step of the same plan */
                open: string;
                /** @description Name of a step of the same plan */
                closed: string;
            };
            steps: {
                [key: string]: components["schemas"]["AnsweringStep"];
            };
            /** @description What callers say in an emergency, and who is called then */
            emergency?: {
                words: {
                    [key: string]: string[];
                };
                /** @description Name of a step of the same plan */
                step: string;
                /** @description Of the region: callers are told to call 911 and this number first */
                gasCompany?: {
                    name: string;
                    number: string;
                };
            };
            limits: {
                longestCallSeconds: number;
                longestSilenceSeconds: number;
                fruitlessTurns: number;
            };
        };
        /** @description One thing that a caller meets */
        AnsweringStep: {
            /** @constant */
            type: "assistant";
            /** @description Name of a step of the same plan */
            otherwise: string;
        } | {
            /** @constant */
            type: "staff";
            rungs: {
                name: string;
                /** @description E.164; punctuation is removed */
                number: string;
                extension?: string;
                ringSeconds: number;
                /**
                 * @description When this person is called; absent: always
                 * @enum {string}
                 */
                during?: "open" | "closed";
            }[];
            /** @description Name of a step of the same plan */
            otherwise: string;
        } | {
            /** @constant */
            type: "menu";
            /** @description In each language of the plan */
            prompt: {
                [key: string]: string;
            };
            choices: {
                [key: string]: string;
            };
            /** @description Name of a step of the same plan */
            otherwise: string;
        } | {
            /** @constant */
            type: "say";
            /** @description In each language of the plan */
            text: {
                [key: string]: string;
            };
            /** @description Name of a step of the same plan */
            next: string;
        } | {
            /** @constant */
            type: "voicemail";
            /** @description Absent: the standard words */
            greeting?: {
                [key: string]: string;
            };
        } | {
            /** @constant */
            type: "goodbye";
            /** @description Absent: the standard words */
            text?: {
                [key: string]: string;
            };
        };
        /** @description How a pause ends: `talked` and `not-taken` where a person or the assistant is called; a key, words or silence in a menu; a message */
        AnsweringReply: {
            /** @constant */
            type: "talked";
        } | {
            /** @constant */
            type: "not-taken";
        } | {
            /** @constant */
            type: "pressed";
            /** @enum {string} */
            key: "0" | "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9" | "*" | "#";
        } | {
            /** @constant */
            type: "said";
            text: string;
        } | {
            /** @constant */
            type: "silent";
        } | {
            /** @constant */
            type: "message-left";
        };
        /** @description Closed for a while, or all calls to one number */
        NewAnsweringOverride: {
            /** @constant */
            kind: "closed";
            /**
             * Format: date-time
             * @description It ends by itself then; within 60 days
             */
            until: string;
            /**
             * @description For the team
             * @default
             */
            reason: string;
        } | {
            /** @constant */
            kind: "all-to";
            /** @description Rings first, whatever the plan says; E.164, punctuation is removed */
            number: string;
            /**
             * Format: date-time
             * @description It ends by itself then; within 60 days
             */
            until: string;
            /**
             * @description For the team
             * @default
             */
            reason: string;
        };
        TwilioSettingsUpdate: {
            accountSid: string;
            /**
             * Format: password
             * @description A new value, or the masked one as it was shown, to keep what is stored
             */
            authToken: string;
            /** @default [] */
            phoneNumbers: string[];
        };
        SignalWireSettingsUpdate: {
            projectId: string;
            /**
             * Format: password
             * @description A new value, or the masked one as it was shown, to keep what is stored
             */
            apiToken: string;
            space: string;
            /**
             * Format: password
             * @description A new value, or the masked one as it was shown, to keep what is stored
             */
            signingKey: string;
            /** @default [] */
            phoneNumbers: string[];
        };
        VapiSettingsUpdate: {
            /**
             * Format: password
             * @description A new value, or the masked one as it was shown, to keep what is stored
             */
            apiKey: string;
            /**
             * Format: password
             * @description A new value, or the masked one as it was shown, to keep what is stored
             */
            webhookSecret: string;
            assistantId?: string;
            sipUri?: string;
            hmac?: {
                /**
                 * Format: password
                 * @description A new value, or the masked one as it was shown, to keep what is stored
                 */
                secret: string;
                /**
                 * @default sha256
                 * @enum {string}
                 */
                algorithm: "sha256" | "sha512" | "sha1";
                /** @default x-signature */
                header: string;
                /** @default x-timestamp */
                timestampHeader: string;
                /** @default {timestamp}.{body} */
                format: string;
                /**
                 * @default hex
                 * @enum {string}
                 */
                encoding: "hex" | "base64";
                /** @default  */
                prefix: string;
            };
        };
        EndpointSettingsUpdate: {
            /**
             * Format: uri
             * @description Receives each event by POST
             */
            webhookUrl: string;
            /**
             * Format: password
             * @description A new value, or the masked one as it was shown, to keep what is stored
             */
            signatureSecret: string;
        };
        CallEventData: {
            /** @description The provider's id of the call */
            callId: string;
            /** @enum {string} */
            provider: "twilio" | "signalwire" | "vapi";
            /** @enum {string} */
            direction: "inbound" | "outbound";
            /** @description E.164, `sip:…` or `client:…`; `anonymous` where it is withheld */
            from: string | null;
            to: string | null;
            /** @enum {string} */
            status: "queued" | "ringing" | "in-progress" | "canceled" | "failed" | "no-answer" | "busy" | "completed";
            /** @description Seconds; null while the call lasts */
            duration: number | null;
            /** @description The assistant talked with the caller */
            aiHandled: boolean;
            transcript: string | null;
            /** @description Result for the business; null while the call lasts */
            outcome: ("BOOKED" | "TRANSFERRED" | "VOICEMAIL" | "COMPLETED" | "ABANDONED" | "MISSED" | "NO_ANSWER" | "CANCELED" | "FAILED") | null;
            /** @description Source of the outcome, the carrier or the assistant, and what it saw */
            outcomeReason: ("carrier.machine" | "carrier.transfer" | "carrier.voicemail" | "carrier.busy" | "carrier.no_answer" | "carrier.canceled" | "carrier.failed" | "carrier.unanswered" | "carrier.completed" | "assistant.booked" | "assistant.abandoned" | "assistant.transfer" | "assistant.voicemail" | "assistant.busy" | "assistant.no_answer" | "assistant.canceled" | "assistant.failed" | "assistant.unanswered" | "assistant.completed") | null;
            /** @description The other party has an address that can be called or texted */
            canCallBack: boolean;
            /** @description Null where the assistant took no part */
            vapi: {
                callId: string;
                summary: string | null;
                /** @description In the fields that the assistant is instructed to fill in */
                structuredData: {
                    [key: string]: unknown;
                } | null;
            } | null;
            /**
             * @description In a test event, which a user or a program asked for
             * @constant
             */
            test?: true;
        };
        BookingEventData: {
            /** Format: uuid */
            bookingId: string;
            /** @description Of the call that it was made, changed or cancelled on; null for any other */
            callId: string | null;
            customer: {
                name: string | null;
                /** @description E.164 */
                phone: string | null;
            };
            /** @description The work to be done, in the words of the business */
            service: string | null;
            /** Format: date-time */
            startsAt: string;
            /** Format: date-time */
            endsAt: string;
            /** @description IANA name: where the visit takes place */
            timeZone: string;
            notes: string | null;
            /**
             * @description In a test event, which a user or a program asked for
             * @constant
             */
            test?: true;
        };
        WorkItemEventData: {
            /** Format: uuid */
            workItemId: string;
            /** @enum {string} */
            kind: "message" | "callback";
            /** @description What the caller wants */
            text: string;
            /** @description E.164; null where it is not known */
            callerNumber: string | null;
            callerName: string | null;
            /** @description What the caller speaks; null where it is not known */
            language: ("fr" | "en") | null;
            /** @description The user who is to do it; null: any of them */
            ownerId: string | null;
            /**
             * Format: date-time
             * @description As it was promised to the caller
             */
            dueAt: string;
            /** @enum {string} */
            priority: "emergency" | "normal";
            /** @enum {string} */
            status: "open" | "done" | "cancelled";
            /** @description What came of it */
            result: string | null;
            /** @description Of the call that it was promised on; null where a person made it */
            callId: string | null;
            /**
             * @description In a test event, which a user or a program asked for
             * @constant
             */
            test?: true;
        };
        NumberEventData: {
            /** @description E.164 */
            phoneNumber: string;
            /** @enum {string} */
            provider: "twilio" | "signalwire";
            /**
             * @description In a test event, which a user or a program asked for
             * @constant
             */
            test?: true;
        };
        /** @description What went wrong (RFC 9457) */
        Problem: {
            /** @description `urn:ai-receptionist:problem:` and the code */
            type: string;
            title: string;
            status: number;
            /**
             * @description Stable: switch on this
             * @enum {string}
             */
            code: "auth.required" | "auth.invalid_credentials" | "auth.refresh_invalid" | "auth.forbidden" | "token.invalid" | "user.owner_protected" | "user.email_taken" | "answering.plan_exists" | "answering.faulty" | "contact.number_taken" | "tenant.slug_taken" | "number.taken" | "call.over" | "call.not_controllable" | "assistant.not_configured" | "assistant.sync_running" | "provider.refused" | "provider.unreachable" | "idempotency.in_progress" | "idempotency.key_reused" | "webhook.signature_missing" | "webhook.signature_invalid" | "webhook.unknown_tenant" | "webhook.not_configured" | "request.invalid" | "request.malformed" | "request.too_large" | "request.uri_too_long" | "request.headers_too_large" | "request.unsupported_media_type" | "request.timeout" | "rate.limited" | "resource.not_found" | "resource.changed" | "resource.conflict" | "route.not_found" | "route.method_not_allowed" | "service.unavailable" | "internal";
            /**
             * @description Why exactly, where the code has several causes. Stable as well
             * @enum {string}
             */
            reason?: "access_token.expired" | "access_token.invalid" | "session.over" | "api_key.invalid" | "api_key.expired" | "api_key.revoked" | "operator_key.required" | "permission.missing" | "person.required" | "scopes.lacking" | "role.above_yours" | "user.above_you" | "user.yourself" | "owner.not_given" | "owner.no_longer" | "owner.already" | "user.not_active" | "user.not_invited" | "endpoint.limit_reached" | "endpoint.removed" | "endpoint.disabled" | "plan.not_published" | "webhook.not_stuck" | "http.invalid" | "http.not_a_proxy" | "host.missing_or_repeated" | "client.gone" | "body.missing" | "body.incomplete" | "body.not_utf8" | "body.not_json" | "body.too_many_values" | "body.too_deep" | "body.wrong_type" | "headers.too_many" | "address.too_long";
            /** @description What the reason is about, such as the `status` of a user who is not active */
            params?: {
                [key: string]: string | number | string[];
            };
            /** @description What exactly is wrong this time, in English */
            detail?: string;
            /** @description Quote it when you ask for help */
            requestId: string;
            /** @description One entry for each thing wrong with the request; `path` begins with `path`, `query` or `body` */
            errors?: components["schemas"]["FieldProblem"][];
            /** @description With `answering.faulty`: what is wrong with the plan */
            faults?: components["schemas"]["AnsweringFault"][];
        };
        /** @description One thing that is wrong with a request */
        FieldProblem: {
            path: string;
            /**
             * @description Stable: switch on this. `params` say the rest
             * @enum {string}
             */
            code: "field.required" | "field.unknown" | "field.misspelt" | "field.wrong_type" | "field.not_whole" | "field.too_small" | "field.too_large" | "field.empty" | "field.too_short" | "field.too_long" | "field.none_chosen" | "field.too_few" | "field.too_many" | "field.repeated" | "field.not_allowed" | "field.wrong_format" | "field.lacks" | "field.not_id" | "field.not_date" | "field.unstorable" | "field.invalid" | "date.short_year" | "date.too_old" | "date.past" | "date.too_far" | "range.empty" | "range.reversed" | "user.inactive" | "time_zone.unknown" | "email.malformed" | "number.malformed" | "number.foreign" | "number.circular" | "number.taken" | "number.costly" | "url.malformed" | "url.credentials" | "destination.not_public" | "destination.leads_inside" | "destination.https_required" | "header.malformed_name" | "header.malformed_value" | "header.reserved" | "header.repeated" | "header.not_a_proof" | "secret.malformed" | "secret.spaced" | "secret.not_ascii" | "secret.in_use" | "secret.masked" | "password.is_email" | "password.unchanged" | "slug.malformed" | "slug.reserved" | "slug.missing" | "cursor.foreign" | "cursor.other_sort" | "idempotency_key.malformed" | "query.too_long";
            /** @description Such as `minimum` of `field.too_small`; empty where the code says all */
            params: {
                [key: string]: string | number | string[];
            };
            /** @description The same in English, for people */
            message: string;
        };
        /** @description What keeps a plan from answering every caller */
        AnsweringFault: {
            /**
             * @description Stable: switch on this
             * @enum {string}
             */
            code: "step.missing" | "step.unreachable" | "step.loop" | "steps.too_many" | "key.dead" | "menu.no_choices" | "text.missing" | "languages.none" | "languages.repeated" | "hours.empty" | "hours.overlap" | "hours.never_open" | "special_day.repeated" | "number.circular" | "rung.never_called" | "emergency.words_missing" | "emergency.unattended" | "assistant.missing" | "limits.silence_longer_than_call";
            /** @description Dotted: `steps.menu.choices.1`, `hours.monday` */
            path: string;
            /** @description The step where a caller meets it */
            step?: string;
            /** @description When a caller meets it, where it depends on the hour */
            hour?: {
                /** @enum {string} */
                state: "open" | "closed";
                /**
                 * @description The first such moment of a week; absent where it has none
                 * @enum {string}
                 */
                weekday?: "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";
                /** @description `HH:mm` */
                time?: string;
            };
            params: {
                [key: string]: string;
            };
        };
        SignedIn: {
            user: components["schemas"]["User"];
            tenant: components["schemas"]["Tenant"];
            /** @description Send it as `Authorization: Bearer …` */
            accessToken: string;
            /** @description The same as `accessToken` */
            token: string;
            /** @constant */
            tokenType: "Bearer";
            /** @description Seconds until the access token expires */
            expiresIn: number;
            /** @description Good for one exchange at `POST /auth/refresh`, which may be repeated for ten seconds; keep it secret */
            refreshToken: string;
            /**
             * Format: date-time
             * @description When to sign in again, however often it was refreshed
             * @example 2026-01-15T10:30:00.000Z
             */
            refreshExpiresAt: string;
        };
        User: {
            /** Format: uuid */
            id: string;
            email: string;
            name: string;
            /** @enum {string} */
            role: "owner" | "admin" | "dispatcher" | "viewer" | "privacy_officer";
            permissions: ("answering:read" | "answering:write" | "answering:override" | "calls:create" | "calls:read" | "calls:control" | "contacts:read" | "contacts:write" | "work_items:read" | "work_items:write" | "sms:create" | "phone_numbers:create" | "phone_numbers:read" | "recordings:read" | "analytics:read" | "system:read" | "deliveries:read" | "deliveries:retry" | "settings:read" | "settings:write" | "users:read" | "users:write" | "api_keys:read" | "api_keys:write" | "audit:read" | "privacy:read" | "privacy:write" | "ownership:transfer")[];
        };
        Tenant: {
            /** Format: uuid */
            id: string;
            slug: string;
            name: string;
            /** @description IANA name */
            timeZone: string;
            /** @description How long calls are kept, with their transcripts and all that belongs to them */
            callRetentionMonths: number;
            /** @description How long webhooks, events, deliveries and attempts are kept; they are gone a week later at the latest */
            logRetentionDays: number;
        };
        /** @description One phone call, whichever providers saw it */
        Call: {
            /** Format: uuid */
            id: string;
            /** @description The provider's id of the call */
            externalCallId: string;
            /** @enum {string} */
            provider: "TWILIO" | "SIGNALWIRE" | "VAPI";
            /** @enum {string} */
            direction: "INBOUND" | "OUTBOUND";
            /** @enum {string} */
            status: "queued" | "ringing" | "in-progress" | "canceled" | "failed" | "no-answer" | "busy" | "completed";
            /** @description Result for the business; null while the call lasts */
            outcome: ("BOOKED" | "TRANSFERRED" | "VOICEMAIL" | "COMPLETED" | "ABANDONED" | "MISSED" | "NO_ANSWER" | "CANCELED" | "FAILED") | null;
            /** @description The assistant talked with the caller */
            aiHandled: boolean;
            /** @description E.164, `sip:…` or `client:…`; `anonymous` where it is withheld */
            from: string | null;
            to: string | null;
            startedAt: string | null;
            answeredAt: string | null;
            endedAt: string | null;
            durationSeconds: number | null;
            /** @description Started minutes */
            billedMinutes: number | null;
            /** @description US cents, with fractions; null until the providers have reported it */
            providerCostCents: number | null;
            /**
             * Format: date-time
             * @description When we first heard of the call
             * @example 2026-01-15T10:30:00.000Z
             */
            createdAt: string;
            /** @description When the call was settled and counted */
            closedAt: string | null;
        };
        Pagination: {
            /** @description Null on pages reached by a cursor */
            page: number | null;
            limit: number;
            /** @description All that fit the filters; null where they were not counted */
            total: number | null;
            totalPages: number | null;
            /** @description Null on the last page */
            nextCursor: string | null;
        };
        /** @description A call that goes on */
        LiveCall: {
            /** Format: uuid */
            id: string;
            /** @description The provider's id of the call */
            externalCallId: string;
            /** @enum {string} */
            provider: "TWILIO" | "SIGNALWIRE" | "VAPI";
            /** @enum {string} */
            direction: "INBOUND" | "OUTBOUND";
            /** @enum {string} */
            status: "queued" | "ringing" | "in-progress";
            /**
             * @description Whom the caller is with: `answered` is a greeting, a menu or a voicemail, `transferring` rings a person
             * @enum {string}
             */
            step: "ringing" | "answered" | "assistant" | "transferring" | "person";
            /** @description E.164, `sip:…` or `client:…`; `anonymous` where it is withheld */
            from: string | null;
            to: string | null;
            /** @description Who has the number at the other end; null if unknown or not yours to see */
            contact: components["schemas"]["ContactName"] | null;
            /**
             * Format: date-time
             * @description When it began
             * @example 2026-01-15T10:30:00.000Z
             */
            since: string;
            answeredAt: string | null;
            /** @description The latest of what was said, oldest first; the call has its transcript when it is over */
            lines: components["schemas"]["SpokenLine"][];
        };
        /** @description The contact with this number */
        ContactName: {
            /** Format: uuid */
            id: string;
            name: string;
        };
        /** @description Something that was said */
        SpokenLine: {
            /** @enum {string} */
            speaker: "caller" | "assistant";
            text: string;
            /** Format: date-time */
            at: string;
        };
        /** @description A call with everything that is known of it */
        CallDetail: {
            /** Format: uuid */
            id: string;
            /** @description The provider's id of the call */
            externalCallId: string;
            /** @enum {string} */
            provider: "TWILIO" | "SIGNALWIRE" | "VAPI";
            /** @enum {string} */
            direction: "INBOUND" | "OUTBOUND";
            /** @enum {string} */
            status: "queued" | "ringing" | "in-progress" | "canceled" | "failed" | "no-answer" | "busy" | "completed";
            /** @description Result for the business; null while the call lasts */
            outcome: ("BOOKED" | "TRANSFERRED" | "VOICEMAIL" | "COMPLETED" | "ABANDONED" | "MISSED" | "NO_ANSWER" | "CANCELED" | "FAILED") | null;
            /** @description The assistant talked with the caller */
            aiHandled: boolean;
            /** @description E.164, `sip:…` or `client:…`; `anonymous` where it is withheld */
            from: string | null;
            to: string | null;
            startedAt: string | null;
            answeredAt: string | null;
            endedAt: string | null;
            durationSeconds: number | null;
            /** @description Started minutes */
            billedMinutes: number | null;
            /** @description US cents, with fractions; null until the providers have reported it */
            providerCostCents: number | null;
            /**
             * Format: date-time
             * @description When we first heard of the call
             * @example 2026-01-15T10:30:00.000Z
             */
            createdAt: string;
            /** @description When the call was settled and counted */
            closedAt: string | null;
            /** @description The contact at the other end; null if the number has none, or without the permission to read contacts */
            contact: components["schemas"]["ContactName"] | null;
            /** @description Source of the outcome, the carrier or the assistant, and what it saw; null for older calls */
            outcomeReason: ("carrier.machine" | "carrier.transfer" | "carrier.voicemail" | "carrier.busy" | "carrier.no_answer" | "carrier.canceled" | "carrier.failed" | "carrier.unanswered" | "carrier.completed" | "assistant.booked" | "assistant.abandoned" | "assistant.transfer" | "assistant.voicemail" | "assistant.busy" | "assistant.no_answer" | "assistant.canceled" | "assistant.failed" | "assistant.unanswered" | "assistant.completed") | null;
            summary: string | null;
            /** @description What the assistant's analysis extracted */
            structuredData: {
                [key: string]: unknown;
            } | null;
            transcript: string | null;
            /** @description The assistant's word for why the call ended */
            endedReason: string | null;
            assistantCallId: string | null;
            recordings: {
                recordingId: string;
                voicemail: boolean;
                url?: string;
                durationSeconds?: number;
            }[];
            /** @description Oldest first; the latest 500 webhooks and the latest 500 deliveries */
            timeline: components["schemas"]["TimelineEntry"][];
        };
        /** @description A webhook that came in, an event that goes out, or one attempt to deliver it */
        TimelineEntry: {
            /** @constant */
            kind: "webhook";
            /**
             * Format: date-time
             * @example 2026-01-15T10:30:00.000Z
             */
            at: string;
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            provider: "twilio" | "signalwire" | "vapi";
            /** @description The provider's word for it */
            eventType: string;
            /** @description What the webhook said about the call */
            facts: {
                type: string;
                status?: string;
                role?: string;
                /**
                 * @description Why a leg was not taken
                 * @enum {string}
                 */
                reason?: "carrier" | "no_answer" | "busy" | "machine" | "declined";
                /** @description The step of the answering plan that dialled the leg */
                step?: string;
                /** @description Who of its ladder was dialled, from 0 */
                rung?: number;
            }[];
            /** @description When the call's workflow received it */
            relayedAt: string | null;
        } | {
            /** @constant */
            kind: "delivery";
            /**
             * Format: date-time
             * @example 2026-01-15T10:30:00.000Z
             */
            at: string;
            /** Format: uuid */
            id: string;
            eventType: string;
            /** @enum {string} */
            status: "pending" | "retrying" | "delivered" | "dead" | "held";
            attempts: number;
        } | {
            /** @constant */
            kind: "attempt";
            /**
             * Format: date-time
             * @example 2026-01-15T10:30:00.000Z
             */
            at: string;
            /** Format: uuid */
            deliveryId: string;
            eventType: string;
            attempt: number;
            responseStatus: number | null;
            /** @description In English, for people */
            error: string | null;
            /** @description Stable: switch on this. Null without an error, and for errors of earlier versions */
            errorCode: ("endpoint.status" | "endpoint.redirect" | "endpoint.web_page" | "endpoint.removed" | "event.gone" | "connection.timeout" | "connection.name_unknown" | "connection.refused" | "connection.unreachable" | "connection.closed" | "connection.tls" | "connection.failed" | "request.unsendable" | "destination.not_public" | "destination.leads_inside" | "destination.https_required") | null;
            /** @description What the code is about */
            errorParams: {
                status?: number;
                /** @description Where a redirect points */
                location?: string;
                /** @description How long the endpoint had */
                seconds?: number;
                host?: string;
                /** @description What the network said, in English */
                detail?: string;
            } | null;
            durationMs: number;
        };
        /** @description The provider took it */
        CommandTaken: {
            /** @constant */
            taken: true;
        };
        /** @description A person or business, known by phone number */
        Contact: {
            /** Format: uuid */
            id: string;
            /** @description E.164; one contact a number */
            number: string;
            name: string;
            /** @description Null while it is not known */
            language: ("fr" | "en") | null;
            notes: string;
            /** @description Calls from and to this number that are still kept */
            callCount: number;
            /** @description When the last of them began */
            lastCallAt: string | null;
            /**
             * Format: date-time
             * @example 2026-01-15T10:30:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @example 2026-01-15T10:30:00.000Z
             */
            updatedAt: string;
        };
        /** @description What was promised to a caller, or noted by a person */
        WorkItem: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "message" | "callback";
            /** @description What the caller wants */
            text: string;
            /** @description E.164; null where it is not known */
            callerNumber: string | null;
            callerName: string | null;
            /** @description What the caller speaks; null where it is not known */
            language: ("fr" | "en") | null;
            /** @description The user who is to do it; null: any of them */
            ownerId: string | null;
            /**
             * Format: date-time
             * @description As it was promised to the caller
             * @example 2026-01-15T10:30:00.000Z
             */
            dueAt: string;
            /** @enum {string} */
            priority: "emergency" | "normal";
            /** @enum {string} */
            status: "open" | "done" | "cancelled";
            /** @description Open, and its time has passed */
            overdue: boolean;
            /** @description What came of it */
            result: string | null;
            finishedAt: string | null;
            /** @description The e-mail address, or the name of the API key, that ended it */
            finishedBy: string | null;
            /** @description Of the call that it was promised on; null where a person made it */
            callId: string | null;
            /**
             * Format: date-time
             * @example 2026-01-15T10:30:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @example 2026-01-15T10:30:00.000Z
             */
            updatedAt: string;
        };
        /** @description How the calls of a number, or of all, are answered */
        AnsweringPlanSummary: {
            /** Format: uuid */
            id: string;
            /** @description The called number; null: all that have no plan of their own */
            number: string | null;
            /** @description Answers calls; null: not published, or withdrawn */
            currentVersion: number | null;
            /** @description 0 until it is published */
            latestVersion: number;
            /**
             * Format: date-time
             * @example 2026-01-15T10:30:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @example 2026-01-15T10:30:00.000Z
             */
            updatedAt: string;
        };
        /** @description A plan: its draft, and the version that answers */
        StoredAnsweringPlan: {
            /** Format: uuid */
            id: string;
            /** @description The called number; null: all that have no plan of their own */
            number: string | null;
            /** @description Answers calls; null: not published, or withdrawn */
            currentVersion: number | null;
            /** @description 0 until it is published */
            latestVersion: number;
            /**
             * Format: date-time
             * @example 2026-01-15T10:30:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @example 2026-01-15T10:30:00.000Z
             */
            updatedAt: string;
            /** @description What is being written */
            draft: components["schemas"]["AnsweringPlanOutput"];
            /** @description What answers */
            current: components["schemas"]["AnsweringVersion"] | null;
        };
        /** @description A plan as it was published; it never changes */
        AnsweringVersion: {
            /** @description From 1, within its plan */
            version: number;
            note: string;
            /** @description The version that was published anew */
            copyOf: number | null;
            /** @description As it was then: an e-mail address, the name of a key */
            publishedBy: string | null;
            /**
             * Format: date-time
             * @example 2026-01-15T10:30:00.000Z
             */
            publishedAt: string;
            plan: components["schemas"]["AnsweringPlanOutput"];
        };
        /** @description What a caller hears until the next pause */
        AnsweringHeard: {
            says: {
                /** @enum {string} */
                language: "fr" | "en";
                text: string;
            }[];
            /**
             * @description What the call waits for next; it ends with `hangUp`
             * @enum {string}
             */
            waitsFor: "dialAssistant" | "dialPerson" | "ask" | "takeMessage" | "hangUp";
            /** @description Where in the plan it waits */
            step: string | null;
            /** @description Who is called */
            number: string | null;
            /** @description How long it rings, waits for a key, or records */
            seconds: number | null;
        };
        /** @description One place in which two plans differ */
        AnsweringDifference: {
            /** @description Dotted: `steps.menu.choices.1`; a special day goes by its date */
            path: string;
            /** @description Absent where there was nothing */
            before?: unknown;
            /** @description Absent where there is nothing any more */
            after?: unknown;
        };
        /** @description A plan that was published */
        AnsweringVersionSummary: {
            /** @description From 1, within its plan */
            version: number;
            note: string;
            /** @description The version that was published anew */
            copyOf: number | null;
            /** @description As it was then: an e-mail address, the name of a key */
            publishedBy: string | null;
            /**
             * Format: date-time
             * @example 2026-01-15T10:30:00.000Z
             */
            publishedAt: string;
        };
        /** @description An exception to all plans that ends by itself */
        AnsweringOverride: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "closed" | "all-to";
            /** @description Who gets all calls; null unless the kind is `all-to` */
            number: string | null;
            /**
             * Format: date-time
             * @description It ends by itself then
             * @example 2026-01-15T10:30:00.000Z
             */
            until: string;
            reason: string;
            /** @enum {string} */
            source: "user" | "api_key" | "text";
            /** @description As it was then: an e-mail address, the name of a key */
            setBy: string | null;
            /**
             * Format: date-time
             * @example 2026-01-15T10:30:00.000Z
             */
            createdAt: string;
        };
        /** @description An acknowledged webhook that its call could not be given yet */
        StuckWebhook: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            provider: "twilio" | "signalwire" | "vapi";
            /** @description The provider's word for it */
            eventType: string;
            /** @description The provider's id of the call that should have it */
            externalCallId: string | null;
            /**
             * Format: date-time
             * @example 2026-01-15T10:30:00.000Z
             */
            receivedAt: string;
            /** @description How often the webhook was handed over to its call without success */
            attempts: number;
            /** @description Why the last of them failed */
            error: string | null;
            nextAttemptAt: string | null;
        };
        /** @description How one endpoint took its deliveries */
        EndpointStats: {
            /** Format: uuid */
            endpointId: string;
            url: string;
            disabledAt: string | null;
            deliveries: {
                [key: string]: number;
            };
            /** @description When the oldest that is pending or retrying was queued */
            oldestWaitingAt: string | null;
            attempts: number;
            /** @description The share of attempts that delivered */
            successRate: number | null;
            medianDurationMs: number | null;
            /** @description Of twenty attempts, nineteen took no longer */
            p95DurationMs: number | null;
        };
        /** @description One event on its way to the tenant's endpoint */
        Delivery: {
            /**
             * Format: uuid
             * @description Also the `webhook-id` header, the same for each attempt
             */
            id: string;
            /** Format: uuid */
            endpointId: string;
            eventId: string;
            eventType: string;
            externalCallId: string | null;
            /**
             * @description `dead`: all attempts failed; `held`: its endpoint is disabled
             * @enum {string}
             */
            status: "pending" | "retrying" | "delivered" | "dead" | "held";
            attempts: number;
            nextAttemptAt: string | null;
            deliveredAt: string | null;
            /** @description The URL that it was delivered to, if the endpoint has another one today */
            formerUrl: string | null;
            /** @description In English, for people */
            lastError: string | null;
            /** @description Stable: switch on this. Null without an error, and for errors of earlier versions */
            lastErrorCode: ("endpoint.status" | "endpoint.redirect" | "endpoint.web_page" | "endpoint.removed" | "event.gone" | "connection.timeout" | "connection.name_unknown" | "connection.refused" | "connection.unreachable" | "connection.closed" | "connection.tls" | "connection.failed" | "request.unsendable" | "destination.not_public" | "destination.leads_inside" | "destination.https_required") | null;
            /** @description What the code is about */
            lastErrorParams: {
                status?: number;
                /** @description Where a redirect points */
                location?: string;
                /** @description How long the endpoint had */
                seconds?: number;
                host?: string;
                /** @description What the network said, in English */
                detail?: string;
            } | null;
            /**
             * Format: date-time
             * @example 2026-01-15T10:30:00.000Z
             */
            createdAt: string;
            /** @description Oldest first */
            attemptLog: components["schemas"]["DeliveryAttempt"][];
        };
        DeliveryAttempt: {
            /** @description From 1 */
            attempt: number;
            url: string;
            /** @description Null when no answer came */
            responseStatus: number | null;
            /** @description In English, for people */
            error: string | null;
            /** @description Stable: switch on this. Null without an error, and for errors of earlier versions */
            errorCode: ("endpoint.status" | "endpoint.redirect" | "endpoint.web_page" | "endpoint.removed" | "event.gone" | "connection.timeout" | "connection.name_unknown" | "connection.refused" | "connection.unreachable" | "connection.closed" | "connection.tls" | "connection.failed" | "request.unsendable" | "destination.not_public" | "destination.leads_inside" | "destination.https_required") | null;
            /** @description What the code is about */
            errorParams: {
                status?: number;
                /** @description Where a redirect points */
                location?: string;
                /** @description How long the endpoint had */
                seconds?: number;
                host?: string;
                /** @description What the network said, in English */
                detail?: string;
            } | null;
            durationMs: number;
            /**
             * Format: date-time
             * @example 2026-01-15T10:30:00.000Z
             */
            attemptedAt: string;
        };
        DeliveryDetail: {
            /**
             * Format: uuid
             * @description Also the `webhook-id` header, the same for each attempt
             */
            id: string;
            /** Format: uuid */
            endpointId: string;
            eventId: string;
            eventType: string;
            externalCallId: string | null;
            /**
             * @description `dead`: all attempts failed; `held`: its endpoint is disabled
             * @enum {string}
             */
            status: "pending" | "retrying" | "delivered" | "dead" | "held";
            attempts: number;
            nextAttemptAt: string | null;
            deliveredAt: string | null;
            /** @description The URL that it was delivered to, if the endpoint has another one today */
            formerUrl: string | null;
            /** @description In English, for people */
            lastError: string | null;
            /** @description Stable: switch on this. Null without an error, and for errors of earlier versions */
            lastErrorCode: ("endpoint.status" | "endpoint.redirect" | "endpoint.web_page" | "endpoint.removed" | "event.gone" | "connection.timeout" | "connection.name_unknown" | "connection.refused" | "connection.unreachable" | "connection.closed" | "connection.tls" | "connection.failed" | "request.unsendable" | "destination.not_public" | "destination.leads_inside" | "destination.https_required") | null;
            /** @description What the code is about */
            lastErrorParams: {
                status?: number;
                /** @description Where a redirect points */
                location?: string;
                /** @description How long the endpoint had */
                seconds?: number;
                host?: string;
                /** @description What the network said, in English */
                detail?: string;
            } | null;
            /**
             * Format: date-time
             * @example 2026-01-15T10:30:00.000Z
             */
            createdAt: string;
            attemptLog: {
                /** @description From 1 */
                attempt: number;
                url: string;
                /** @description Null when no answer came */
                responseStatus: number | null;
                /** @description In English, for people */
                error: string | null;
                /** @description Stable: switch on this. Null without an error, and for errors of earlier versions */
                errorCode: ("endpoint.status" | "endpoint.redirect" | "endpoint.web_page" | "endpoint.removed" | "event.gone" | "connection.timeout" | "connection.name_unknown" | "connection.refused" | "connection.unreachable" | "connection.closed" | "connection.tls" | "connection.failed" | "request.unsendable" | "destination.not_public" | "destination.leads_inside" | "destination.https_required") | null;
                /** @description What the code is about */
                errorParams: {
                    status?: number;
                    /** @description Where a redirect points */
                    location?: string;
                    /** @description How long the endpoint had */
                    seconds?: number;
                    host?: string;
                    /** @description What the network said, in English */
                    detail?: string;
                } | null;
                durationMs: number;
                /**
                 * Format: date-time
                 * @example 2026-01-15T10:30:00.000Z
                 */
                attemptedAt: string;
                /** @description The first 16 kB of the body */
                responseBody: string | null;
            }[];
            /** @description The text that is signed and sent; null once the event or the endpoint is gone */
            body: string | null;
        };
        /** @description Deliveries that go out again: how far it is */
        Recovery: {
            /** Format: uuid */
            id: string;
            /** @description Null is every endpoint */
            endpointId: string | null;
            /** @enum {string} */
            status: "running" | "completed" | "canceled";
            /**
             * Format: date-time
             * @example 2026-01-15T10:30:00.000Z
             */
            startedAt: string;
            endedAt: string | null;
            /** @description Deliveries found when it began; 0 until they are counted */
            total: number;
            lookedAt: number;
            /** @description Without those that another request took on meanwhile */
            queued: number;
            /** @description So far */
            delivered: number;
            /** @description Attempted and not taken; they are tried again by the usual schedule */
            failed: number;
        };
        /** @description A URL of the tenant that receives events */
        Endpoint: {
            /** Format: uuid */
            id: string;
            url: string;
            description: string;
            /** @description Events that the endpoint receives; null is all, also those of types to come */
            eventTypes: string[] | null;
            /** @description Sent with each delivery */
            headers: {
                [key: string]: string;
            };
            /** @description Requests a second; null is as fast as they come */
            rateLimitPerSecond: number | null;
            /** @description The one that `/dashboard/tenant/config/n8n` manages */
            isDefault: boolean;
            /** @enum {string} */
            status: "enabled" | "disabled";
            disabledAt: string | null;
            /** @description `asked`: a user or a program said so; `gone`: it answered 410; `failing`: nothing but failures for five days */
            disabledBecause: ("asked" | "gone" | "failing") | null;
            /** @description Since when nothing but failures came; null while it takes events */
            failingSince: string | null;
            /** @description Until then an earlier secret signs too */
            previousSecretUntil: string | null;
            /**
             * Format: date-time
             * @example 2026-01-15T10:30:00.000Z
             */
            createdAt: string;
        };
        CreatedEndpoint: {
            /** Format: uuid */
            id: string;
            url: string;
            description: string;
            /** @description Events that the endpoint receives; null is all, also those of types to come */
            eventTypes: string[] | null;
            /** @description Sent with each delivery */
            headers: {
                [key: string]: string;
            };
            /** @description Requests a second; null is as fast as they come */
            rateLimitPerSecond: number | null;
            /** @description The one that `/dashboard/tenant/config/n8n` manages */
            isDefault: boolean;
            /** @enum {string} */
            status: "enabled" | "disabled";
            disabledAt: string | null;
            /** @description `asked`: a user or a program said so; `gone`: it answered 410; `failing`: nothing but failures for five days */
            disabledBecause: ("asked" | "gone" | "failing") | null;
            /** @description Since when nothing but failures came; null while it takes events */
            failingSince: string | null;
            /** @description Until then an earlier secret signs too */
            previousSecretUntil: string | null;
            /**
             * Format: date-time
             * @example 2026-01-15T10:30:00.000Z
             */
            createdAt: string;
            /** @description Signs what is sent there. `GET …/secret` shows it again */
            secret: string;
        };
        ChangedEndpoint: {
            /** Format: uuid */
            id: string;
            url: string;
            description: string;
            /** @description Events that the endpoint receives; null is all, also those of types to come */
            eventTypes: string[] | null;
            /** @description Sent with each delivery */
            headers: {
                [key: string]: string;
            };
            /** @description Requests a second; null is as fast as they come */
            rateLimitPerSecond: number | null;
            /** @description The one that `/dashboard/tenant/config/n8n` manages */
            isDefault: boolean;
            /** @enum {string} */
            status: "enabled" | "disabled";
            disabledAt: string | null;
            /** @description `asked`: a user or a program said so; `gone`: it answered 410; `failing`: nothing but failures for five days */
            disabledBecause: ("asked" | "gone" | "failing") | null;
            /** @description Since when nothing but failures came; null while it takes events */
            failingSince: string | null;
            /** @description Until then an earlier secret signs too */
            previousSecretUntil: string | null;
            /**
             * Format: date-time
             * @example 2026-01-15T10:30:00.000Z
             */
            createdAt: string;
            /** @description Deliveries that wait for their next attempt there */
            waiting: number;
            /** @description Deliveries of the last 14 days that were given up, or held */
            missed: number;
        };
        EventType: {
            eventType: string;
            /** @description Another number when a receiver would have to change */
            version: number;
            description: string;
            /**
             * @description `announced`: nothing sends it yet. Subscribe, send yourself test events, and be ready
             * @enum {string}
             */
            availability: "sent" | "announced";
            /** @description Of the whole body, as JSON Schema 2020-12 */
            schema: {
                [key: string]: unknown;
            };
            /** @description A whole body, as it is received */
            example: {
                [key: string]: unknown;
            };
        };
        DailyMetric: {
            /** Format: date */
            date: string;
            totalCalls: number;
            inboundCalls: number;
            outboundCalls: number;
            aiHandledCalls: number;
            bookedCalls: number;
            missedCalls: number;
            transferredCalls: number;
            voicemailCalls: number;
            durationSeconds: number;
            billedMinutes: number;
            /** @description US cents, with fractions */
            providerCostCents: number;
        };
        TwilioSettings: {
            accountSid: string;
            /**
             * @description Only its last four characters are shown
             * @example ****1a2b
             */
            authToken: string;
            /** @default [] */
            phoneNumbers: string[];
        };
        SignalWireSettings: {
            projectId: string;
            /**
             * @description Only its last four characters are shown
             * @example ****1a2b
             */
            apiToken: string;
            space: string;
            /**
             * @description Only its last four characters are shown
             * @example ****1a2b
             */
            signingKey: string;
            /** @default [] */
            phoneNumbers: string[];
        };
        VapiSettings: {
            /**
             * @description Only its last four characters are shown
             * @example ****1a2b
             */
            apiKey: string;
            /**
             * @description Only its last four characters are shown
             * @example ****1a2b
             */
            webhookSecret: string;
            assistantId?: string;
            sipUri?: string;
            hmac?: {
                /**
                 * @description Only its last four characters are shown
                 * @example ****1a2b
                 */
                secret: string;
                /**
                 * @default sha256
                 * @enum {string}
                 */
                algorithm: "sha256" | "sha512" | "sha1";
                /** @default x-signature */
                header: string;
                /** @default x-timestamp */
                timestampHeader: string;
                /** @default {timestamp}.{body} */
                format: string;
                /**
                 * @default hex
                 * @enum {string}
                 */
                encoding: "hex" | "base64";
                /** @default  */
                prefix: string;
            };
        };
        EndpointSettings: {
            /**
             * Format: uri
             * @description Receives each event by POST
             */
            webhookUrl: string;
            /**
             * @description Only its last four characters are shown
             * @example ****1a2b
             */
            signatureSecret: string;
        };
        /** @description The assistant that talks with callers, as its vendor has it */
        Assistant: {
            /** @description The vendor's id; null until the first sync */
            assistantId: string | null;
            /** @description The vendor's ids, by the tool's name */
            toolIds: {
                [key: string]: string;
            };
            /** @description When we last wrote and read it back */
            syncedAt: string | null;
            /** @description What the vendor had otherwise afterwards */
            drift: components["schemas"]["DriftedField"][];
            /** @description Further assistants of yours at the vendor, which nothing uses: delete them there */
            duplicates: string[];
        };
        /** @description Something that the vendor has otherwise than we want it */
        DriftedField: {
            /** @description Such as `voice.voiceId`; of a tool, with its name before */
            field: string;
            /** @description What we want; secrets are masked */
            ours: unknown;
            /** @description What the vendor has; null where it has nothing */
            theirs: unknown;
        };
        /** @description What assistants may say of the business, and by when it answers callers */
        Business: {
            address: string | null;
            /** @description Where the business works */
            area: string | null;
            services: {
                name: {
                    fr: string;
                    en: string;
                };
                /** @description Null: assistants name none */
                price: {
                    fromCents: number;
                    toCents: number;
                } | null;
            }[];
            paymentMethods: ("cash" | "cheque" | "debit_card" | "credit_card" | "e_transfer" | "financing")[];
            /** @description By when callers are promised an answer */
            callbacks: {
                /** @description ISO weekdays: 1 is Monday */
                days: number[];
                from: string;
                until: string;
                /** @description Counted within these hours */
                withinMinutes: number;
                /** @description Day and night; null: emergencies are promised no more than the hours above */
                emergencyWithinMinutes: number | null;
            };
            /** @description The user who gets new work items; null: the tenant's owner */
            assigneeId: string | null;
        };
        /** @description A person who works for the tenant */
        Member: {
            /** Format: uuid */
            id: string;
            email: string;
            name: string;
            /** @enum {string} */
            role: "owner" | "admin" | "dispatcher" | "viewer" | "privacy_officer";
            /**
             * @description `invited` until they have set a password
             * @enum {string}
             */
            status: "invited" | "active" | "deactivated";
            /**
             * Format: date-time
             * @example 2026-01-15T10:30:00.000Z
             */
            createdAt: string;
            lastLoginAt: string | null;
            deactivatedAt: string | null;
        };
        /** @description Shown this once: only its hash is kept */
        Invitation: {
            /** @description The part of the URL after `#/invitation/` */
            token: string;
            /** @description Pass it on to the invited: the person who opens it sets the password */
            url: string;
            /**
             * Format: date-time
             * @example 2026-01-15T10:30:00.000Z
             */
            expiresAt: string;
        };
        /** @description A business on this installation */
        TenantRecord: {
            /** Format: uuid */
            id: string;
            slug: string;
            name: string;
            /** @description IANA name */
            timeZone: string;
            /** @description How long calls are kept, with their transcripts and all that belongs to them */
            callRetentionMonths: number;
            /** @description How long webhooks, events, deliveries and attempts are kept; they are gone a week later at the latest */
            logRetentionDays: number;
            /**
             * Format: date-time
             * @example 2026-01-15T10:30:00.000Z
             */
            createdAt: string;
        };
        ApiKey: {
            /** Format: uuid */
            id: string;
            name: string;
            /** @description The beginning of the key, to recognise it by */
            prefix: string;
            scopes: ("answering:read" | "answering:write" | "answering:override" | "calls:create" | "calls:read" | "calls:control" | "contacts:read" | "contacts:write" | "work_items:read" | "work_items:write" | "sms:create" | "phone_numbers:create" | "phone_numbers:read" | "recordings:read" | "analytics:read" | "system:read" | "deliveries:read" | "deliveries:retry" | "settings:read" | "settings:write" | "users:read" | "api_keys:read" | "audit:read" | "privacy:read" | "privacy:write")[];
            /** @enum {string} */
            status: "active" | "expired" | "revoked";
            /**
             * Format: uuid
             * @description The user who made it
             */
            createdBy: string;
            /**
             * Format: date-time
             * @example 2026-01-15T10:30:00.000Z
             */
            createdAt: string;
            expiresAt: string | null;
            /** @description To the minute; null until its first use */
            lastUsedAt: string | null;
            revokedAt: string | null;
        };
        CreatedApiKey: {
            /** Format: uuid */
            id: string;
            name: string;
            /** @description The beginning of the key, to recognise it by */
            prefix: string;
            scopes: ("answering:read" | "answering:write" | "answering:override" | "calls:create" | "calls:read" | "calls:control" | "contacts:read" | "contacts:write" | "work_items:read" | "work_items:write" | "sms:create" | "phone_numbers:create" | "phone_numbers:read" | "recordings:read" | "analytics:read" | "system:read" | "deliveries:read" | "deliveries:retry" | "settings:read" | "settings:write" | "users:read" | "api_keys:read" | "audit:read" | "privacy:read" | "privacy:write")[];
            /** @enum {string} */
            status: "active" | "expired" | "revoked";
            /**
             * Format: uuid
             * @description The user who made it
             */
            createdBy: string;
            /**
             * Format: date-time
             * @example 2026-01-15T10:30:00.000Z
             */
            createdAt: string;
            expiresAt: string | null;
            /** @description To the minute; null until its first use */
            lastUsedAt: string | null;
            revokedAt: string | null;
            /** @description Send it as `Authorization: Bearer …`. Shown this once: only its hash is kept */
            key: string;
        };
        /** @description One action: its actor, target and origin. Never changed and never removed */
        AuditEvent: {
            /** Format: uuid */
            id: string;
            /**
             * Format: date-time
             * @example 2026-01-15T10:30:00.000Z
             */
            createdAt: string;
            /**
             * @description Kind of actor; `operator` runs this installation
             * @enum {string}
             */
            actor: "user" | "api_key" | "operator" | "system";
            /** @description The user's or the key's id */
            actorId: string | null;
            /** @description Name of the actor at the time: an e-mail address, or the name of a key */
            actorName: string | null;
            /** @example settings.changed */
            action: string;
            targetType: string;
            targetId: string;
            /** @description Secrets masked; null where there was nothing */
            before: {
                [key: string]: unknown;
            } | null;
            /** @description Secrets masked; null where nothing is left */
            after: {
                [key: string]: unknown;
            } | null;
            /** @description IP address */
            address: string | null;
            userAgent: string | null;
            /** @description `X-Request-Id` of the answer */
            requestId: string | null;
        };
        /** @description How one endpoint of one tenant takes its deliveries */
        EndpointWork: {
            /** Format: uuid */
            tenantId: string;
            /** Format: uuid */
            endpointId: string;
            /** @description To deliver what was queued in the last 24 hours, or still waits */
            attempts: number;
            /** @description The share of these attempts that delivered */
            successRate: number | null;
            /** @description Deliveries that are pending or retrying */
            waiting: number;
            /** @description How long the oldest of them has been waiting */
            oldestSeconds: number | null;
            /** @description Since when nothing but failures came */
            failingSince: string | null;
            disabledAt: string | null;
        };
        /** @description One thing that a caller meets */
        AnsweringStepOutput: {
            /** @constant */
            type: "assistant";
            /** @description Name of a step of the same plan */
            otherwise: string;
        } | {
            /** @constant */
            type: "staff";
            rungs: {
                name: string;
                /** @description E.164; punctuation is removed */
                number: string;
                extension?: string;
                ringSeconds: number;
                /**
                 * @description When this person is called; absent: always
                 * @enum {string}
                 */
                during?: "open" | "closed";
            }[];
            /** @description Name of a step of the same plan */
            otherwise: string;
        } | {
            /** @constant */
            type: "menu";
            /** @description In each language of the plan */
            prompt: {
                [key: string]: string;
            };
            choices: {
                [key: string]: string;
            };
            /** @description Name of a step of the same plan */
            otherwise: string;
        } | {
            /** @constant */
            type: "say";
            /** @description In each language of the plan */
            text: {
                [key: string]: string;
            };
            /** @description Name of a step of the same plan */
            next: string;
        } | {
            /** @constant */
            type: "voicemail";
            /** @description Absent: the standard words */
            greeting?: {
                [key: string]: string;
            };
        } | {
            /** @constant */
            type: "goodbye";
            /** @description Absent: the standard words */
            text?: {
                [key: string]: string;
            };
        };
        /** @description How calls are answered */
        AnsweringPlanOutput: {
            /** @description IANA name: days begin and end there */
            timeZone: string;
            /** @description The first is spoken first */
            languages: ("fr" | "en")[];
            /** @description In each language of the plan */
            greeting: {
                [key: string]: string;
            };
            /** @description Intervals of opening, several a day */
            hours: {
                [key: string]: {
                    from: string;
                    /** @description At most 24:00 */
                    to: string;
                }[];
            };
            /**
             * @description Closed on the public holidays of this province
             * @enum {string}
             */
            holidays?: "QC" | "ON" | "NB";
            /**
             * @description Days with hours of their own; they outrank holidays and hours
             * @default []
             */
            specialDays: {
                /** Format: date */
                date: string;
                intervals: {
                    from: string;
                    /** @description At most 24:00 */
                    to: string;
                }[];
            }[];
            /** @enum {string} */
            recording: "never" | "announced" | "asked";
            /** @description Where a call begins */
            start: {
                /** @description Name of a step of the same plan */
                open: string;
                /** @description Name of a step of the same plan */
                closed: string;
            };
            steps: {
                [key: string]: components["schemas"]["AnsweringStepOutput"];
            };
            /** @description What callers say in an emergency, and who is called then */
            emergency?: {
                words: {
                    [key: string]: string[];
                };
                /** @description Name of a step of the same plan */
                step: string;
                /** @description Of the region: callers are told to call 911 and this number first */
                gasCompany?: {
                    name: string;
                    number: string;
                };
            };
            limits: {
                longestCallSeconds: number;
                longestSilenceSeconds: number;
                fruitlessTurns: number;
            };
        };
    };
    responses: {
        /**
         * @description `request.invalid`: The request does not fit the schema.
         *
         *     `request.malformed`: The request cannot be read.
         */
        "request.invalid-request.malformed": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `request.uri_too_long`: The address is too long. */
        "request.uri_too_long": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `request.headers_too_large`: The headers are too large or too many. */
        "request.headers_too_large": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `internal`: Something failed on our side. */
        internal: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `rate.limited`: Too many requests. */
        "rate.limited": {
            headers: {
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `request.timeout`: The request body did not arrive in time. */
        "request.timeout": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `request.too_large`: The request body is too large. */
        "request.too_large": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `request.unsupported_media_type`: The content type is not supported here. */
        "request.unsupported_media_type": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `auth.invalid_credentials`: The e-mail or the password is wrong. */
        "auth.invalid_credentials": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `service.unavailable`: The service cannot keep its promise right now; try again. */
        "service.unavailable": {
            headers: {
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `auth.refresh_invalid`: The refresh token is used, expired or revoked; sign in again. */
        "auth.refresh_invalid": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `auth.required`: A valid bearer token is required. */
        "auth.required": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `idempotency.in_progress`: The first request with this Idempotency-Key is still running. */
        "idempotency.in_progress": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `idempotency.key_reused`: This Idempotency-Key came with another request before. */
        "idempotency.key_reused": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `auth.required`: A valid bearer token is required.
         *
         *     `auth.invalid_credentials`: The e-mail or the password is wrong.
         */
        "auth.required-auth.invalid_credentials": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `request.invalid`: The request does not fit the schema.
         *
         *     `request.malformed`: The request cannot be read.
         *
         *     `token.invalid`: The link is used, expired or not ours; ask for a new one.
         */
        "request.invalid-request.malformed-token.invalid": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `auth.forbidden`: Your role does not allow this. */
        "auth.forbidden": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `resource.not_found`: There is no such resource. */
        "resource.not_found": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `idempotency.in_progress`: The first request with this Idempotency-Key is still running.
         *
         *     `call.over`: The call is over.
         *
         *     `call.not_controllable`: Nothing takes commands for this call.
         *
         *     `provider.refused`: The provider refused the request.
         */
        "idempotency.in_progress-call.over-call.not_controllable-provider.refused": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `provider.unreachable`: The provider did not answer, or failed; try again. */
        "provider.unreachable": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `idempotency.in_progress`: The first request with this Idempotency-Key is still running.
         *
         *     `contact.number_taken`: Another contact has this number.
         */
        "idempotency.in_progress-contact.number_taken": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `resource.changed`: The resource has changed since it was read. */
        "resource.changed": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `contact.number_taken`: Another contact has this number. */
        "contact.number_taken": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `idempotency.in_progress`: The first request with this Idempotency-Key is still running.
         *
         *     `answering.plan_exists`: There is a plan for these numbers already.
         */
        "idempotency.in_progress-answering.plan_exists": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `idempotency.key_reused`: This Idempotency-Key came with another request before.
         *
         *     `answering.faulty`: The plan leaves callers without an answer.
         */
        "idempotency.key_reused-answering.faulty": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `idempotency.in_progress`: The first request with this Idempotency-Key is still running.
         *
         *     `resource.conflict`: The request conflicts with the current state.
         */
        "idempotency.in_progress-resource.conflict": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `resource.conflict`: The request conflicts with the current state. */
        "resource.conflict": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `number.taken`: A number is active with another account or carrier already. */
        "number.taken": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `idempotency.in_progress`: The first request with this Idempotency-Key is still running.
         *
         *     `assistant.not_configured`: The account of the assistant is not configured.
         *
         *     `assistant.sync_running`: The assistant is being written to its vendor already.
         *
         *     `provider.refused`: The provider refused the request.
         */
        "idempotency.in_progress-assistant.not_configured-assistant.sync_running-provider.refused": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `idempotency.in_progress`: The first request with this Idempotency-Key is still running.
         *
         *     `user.email_taken`: Another user has this e-mail address.
         */
        "idempotency.in_progress-user.email_taken": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `user.owner_protected`: The owner stays the owner until ownership is transferred. */
        "user.owner_protected": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `idempotency.in_progress`: The first request with this Idempotency-Key is still running.
         *
         *     `resource.conflict`: The request conflicts with the current state.
         *
         *     `user.owner_protected`: The owner stays the owner until ownership is transferred.
         */
        "idempotency.in_progress-resource.conflict-user.owner_protected": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `idempotency.in_progress`: The first request with this Idempotency-Key is still running.
         *
         *     `tenant.slug_taken`: Another tenant has this slug.
         *
         *     `user.email_taken`: Another user has this e-mail address.
         */
        "idempotency.in_progress-tenant.slug_taken-user.email_taken": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `webhook.signature_missing`: The webhook carries no signature. */
        "webhook.signature_missing": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `webhook.signature_invalid`: The webhook signature does not match.
         *
         *     `webhook.not_configured`: This provider is not configured for the tenant.
         */
        "webhook.signature_invalid-webhook.not_configured": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `webhook.unknown_tenant`: No tenant answers at this address. */
        "webhook.unknown_tenant": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        /** @description A random text of your own: a request that is repeated with it within 24 hours has the first answer again, with `Idempotent-Replayed: true`, and is not done twice. */
        IdempotencyKey: string;
        /** @description The `ETag` of what you have read: nothing that another client has saved since is lost, the answer is `resource.changed` then. `*` asks only that there is something. */
        IfMatch: string;
    };
    requestBodies: never;
    headers: {
        /** @description Seconds to wait before trying again */
        RetryAfter: number;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    signIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "owner@demohvac.com",
                 *       "password": "demo123"
                 *     }
                 */
                "application/json": {
                    email: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description Sign in */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "accessToken": "eyJhbGciOi…",
                     *       "token": "eyJhbGciOi…",
                     *       "tokenType": "Bearer",
                     *       "expiresIn": 900,
                     *       "refreshToken": "rt_Zm9vYmFy…",
                     *       "refreshExpiresAt": "2026-02-14T10:30:00.000Z",
                     *       "user": {
                     *         "id": "019b7c3e-0000-7000-8000-0000000000aa",
                     *         "email": "owner@demohvac.com",
                     *         "name": "Demo Owner",
                     *         "role": "viewer",
                     *         "permissions": [
                     *           "answering:read",
                     *           "calls:read",
                     *           "contacts:read",
                     *           "work_items:read",
                     *           "recordings:read",
                     *           "analytics:read",
                     *           "phone_numbers:read"
                     *         ]
                     *       },
                     *       "tenant": {
                     *         "id": "019b7c3e-0000-7000-8000-0000000000bb",
                     *         "slug": "demo-hvac",
                     *         "name": "Demo HVAC",
                     *         "timeZone": "America/Toronto",
                     *         "callRetentionMonths": 12,
                     *         "logRetentionDays": 90
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["SignedIn"];
                };
            };
            400: components["responses"]["request.invalid-request.malformed"];
            401: components["responses"]["auth.invalid_credentials"];
            408: components["responses"]["request.timeout"];
            413: components["responses"]["request.too_large"];
            414: components["responses"]["request.uri_too_long"];
            415: components["responses"]["request.unsupported_media_type"];
            429: components["responses"]["rate.limited"];
            431: components["responses"]["request.headers_too_large"];
            500: components["responses"]["internal"];
            503: components["responses"]["service.unavailable"];
        };
    };
    refreshTokens: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "refreshToken": "rt_Zm9vYmFy…"
                 *     }
                 */
                "application/json": {
                    refreshToken: string;
                };
            };
        };
        responses: {
            /** @description Refresh the tokens */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "accessToken": "eyJhbGciOi…",
                     *       "token": "eyJhbGciOi…",
                     *       "tokenType": "Bearer",
                     *       "expiresIn": 900,
                     *       "refreshToken": "rt_Zm9vYmFy…",
                     *       "refreshExpiresAt": "2026-02-14T10:30:00.000Z",
                     *       "user": {
                     *         "id": "019b7c3e-0000-7000-8000-0000000000aa",
                     *         "email": "owner@demohvac.com",
                     *         "name": "Demo Owner",
                     *         "role": "viewer",
                     *         "permissions": [
                     *           "answering:read",
                     *           "calls:read",
                     *           "contacts:read",
                     *           "work_items:read",
                     *           "recordings:read",
                     *           "analytics:read",
                     *           "phone_numbers:read"
                     *         ]
                     *       },
                     *       "tenant": {
                     *         "id": "019b7c3e-0000-7000-8000-0000000000bb",
                     *         "slug": "demo-hvac",
                     *         "name": "Demo HVAC",
                     *         "timeZone": "America/Toronto",
                     *         "callRetentionMonths": 12,
                     *         "logRetentionDays": 90
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["SignedIn"];
                };
            };
            400: components["responses"]["request.invalid-request.malformed"];
            401: components["responses"]["auth.refresh_invalid"];
            408: components["responses"]["request.timeout"];
            413: components["responses"]["request.too_large"];
            414: components["responses"]["request.uri_too_long"];
            415: components["responses"]["request.unsupported_media_type"];
            429: components["responses"]["rate.limited"];
            431: components["responses"]["request.headers_too_large"];
            500: components["responses"]["internal"];
            503: components["responses"]["service.unavailable"];
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header?: {
                /** @description A random text of your own: a request that is repeated with it within 24 hours has the first answer again, with `Idempotent-Replayed: true`, and is not done twice. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "everywhere": false
                 *     }
                 */
                "application/json": {
                    /**
                     * @description Signs out on all other devices, too
                     * @default false
                     */
                    everywhere?: boolean;
                };
            };
        };
        responses: {
            /** @description Sign out */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "signedOut": true
                     *     }
                     */
                    "application/json": {
                        /** @constant */
                        signedOut: true;
                    };
                };
            };
            400: components["responses"]["request.invalid-request.malformed"];
            401: components["responses"]["auth.required"];
            408: components["responses"]["request.timeout"];
            409: components["responses"]["idempotency.in_progress"];
            413: components["responses"]["request.too_large"];
            414: components["responses"]["request.uri_too_long"];
            415: components["responses"]["request.unsupported_media_type"];
            422: components["responses"]["idempotency.key_reused"];
            429: components["responses"]["rate.limited"];
            431: components["responses"]["request.headers_too_large"];
            500: components["responses"]["internal"];
            503: components["responses"]["service.unavailable"];
        };
    };
    getSignedInUser: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Get the signed-in user */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "user": {
                     *         "id": "019b7c3e-0000-7000-8000-0000000000aa",
                     *         "email": "owner@demohvac.com",
                     *         "name": "Demo Owner",
                     *         "role": "viewer",
                     *         "permissions": [
                     *           "answering:read",
                     *           "calls:read",
                     *           "contacts:read",
                     *           "work_items:read",
                     *           "recordings:read",
                     *           "analytics:read",
                     *           "phone_numbers:read"
                     *         ]
                     *       },
                     *       "tenant": {
                     *         "id": "019b7c3e-0000-7000-8000-0000000000bb",
                     *         "slug": "demo-hvac",
                     *         "name": "Demo HVAC",
                     *         "timeZone": "America/Toronto",
                     *         "callRetentionMonths": 12,
                     *         "logRetentionDays": 90
                     *       }
                     *     }
                     */
                    "application/json": {
                        user: components["schemas"]["User"];
                        tenant: components["schemas"]["Tenant"];
                    };
                };
            };
            /** @description Unchanged since the `ETag` in `If-None-Match` */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["request.invalid-request.malformed"];
            401: components["responses"]["auth.required"];
            414: components["responses"]["request.uri_too_long"];
            429: components["responses"]["rate.limited"];
            431: components["responses"]["request.headers_too_large"];
            500: components["responses"]["internal"];
            503: components["responses"]["service.unavailable"];
        };
    };
    changeYourPassword: {
        parameters: {
            query?: never;
            header?: {
                /** @description A random text of your own: a request that is repeated with it within 24 hours has the first answer again, with `Idempotent-Replayed: true`, and is not done twice. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "currentPassword": "demo123",
                 *       "newPassword": "correct horse battery staple"
                 *     }
                 */
                "application/json": {
                    currentPassword: string;
                    /** @description At least 10 characters, and not the e-mail address */
                    newPassword: string;
                };
            };
        };
        responses: {
            /** @description Change your password */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "changed": true
                     *     }
                     */
                    "application/json": {
                        /** @constant */
                        changed: true;
                    };
                };
            };
            400: components["responses"]["request.invalid-request.malformed"];
            401: components["responses"]["auth.required-auth.invalid_credentials"];
            408: components["responses"]["request.timeout"];
            409: components["responses"]["idempotency.in_progress"];
            413: components["responses"]["request.too_large"];
            414: components["responses"]["request.uri_too_long"];
            415: components["responses"]["request.unsupported_media_type"];
            422: components["responses"]["idempotency.key_reused"];
            429: components["responses"]["rate.limited"];
            431: components["responses"]["request.headers_too_large"];
            500: components["responses"]["internal"];
            503: components["responses"]["service.unavailable"];
        };
    };
    askForLinkToSetNewPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "owner@demohvac.com"
                 *     }
                 */
                "application/json": {
                    email: string;
                };
            };
        };
        responses: {
            /** @description Ask for a link to set a new password */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "accepted": true
                     *     }
                     */
                    "application/json": {
                        /** @constant */
                        accepted: true;
                    };
                };
            };
            400: components["responses"]["request.invalid-request.malformed"];
            408: components["responses"]["request.timeout"];
            413: components["responses"]["request.too_large"];
            414: components["responses"]["request.uri_too_long"];
            415: components["responses"]["request.unsupported_media_type"];
            429: components["responses"]["rate.limited"];
            431: components["responses"]["request.headers_too_large"];
            500: components["responses"]["internal"];
        };
    };
    setNewPasswordWithMailedLink: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "token": "pwr_Zm9vYmFy…",
                 *       "newPassword": "correct horse battery staple"
                 *     }
                 */
                "application/json": {
                    /** @description The part of the link after `#/reset/` */
                    token: string;
                    /** @description At least 10 characters, and not the e-mail address */
                    newPassword: string;
                };
            };
        };
        responses: {
            /** @description Set a new password with a mailed link */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "reset": true
                     *     }
                     */
                    "application/json": {
                        /** @constant */
                        reset: true;
                    };
                };
            };
            400: components["responses"]["request.invalid-request.malformed-token.invalid"];
            408: components["responses"]["request.timeout"];
            413: components["responses"]["request.too_large"];
            414: components["responses"]["request.uri_too_long"];
            415: components["responses"]["request.unsupported_media_type"];
            429: components["responses"]["rate.limited"];
            431: components["responses"]["request.headers_too_large"];
            500: components["responses"]["internal"];
            503: components["responses"]["service.unavailable"];
        };
    };
    lookUpInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "token": "inv_Zm9vYmFy…"
                 *     }
                 */
                "application/json": {
                    /** @description The part of the link after `#/invitation/` */
                    token: string;
                };
            };
        };
        responses: {
            /** @description Look up an invitation */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "email": "amelie@demohvac.com",
                     *       "name": "Amélie Roy",
                     *       "tenant": {
                     *         "name": "Demo HVAC"
                     *       }
                     *     }
                     */
                    "application/json": {
                        email: string;
                        name: string;
                        tenant: {
                            name: string;
                        };
                    };
                };
            };
            400: components["responses"]["request.invalid-request.malformed-token.invalid"];
            408: components["responses"]["request.timeout"];
            413: components["responses"]["request.too_large"];
            414: components["responses"]["request.uri_too_long"];
            415: components["responses"]["request.unsupported_media_type"];
            429: components["responses"]["rate.limited"];
            431: components["responses"]["request.headers_too_large"];
            500: components["responses"]["internal"];
            503: components["responses"]["service.unavailable"];
        };
    };
    acceptInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "token": "inv_Zm9vYmFy…",
                 *       "password": "correct horse battery staple"
                 *     }
                 */
                "application/json": {
                    /** @description The part of the link after `#/invitation/` */
                    token: string;
                    /** @description At least 10 characters, and not the e-mail address */
                    password: string;
                    /** @description Instead of the one that the inviter gave */
                    name?: string;
                };
            };
        };
        responses: {
            /** @description Accept an invitation */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "accessToken": "eyJhbGciOi…",
                     *       "token": "eyJhbGciOi…",
                     *       "tokenType": "Bearer",
                     *       "expiresIn": 900,
                     *       "refreshToken": "rt_Zm9vYmFy…",
                     *       "refreshExpiresAt": "2026-02-14T10:30:00.000Z",
                     *       "user": {
                     *         "id": "019b7c3e-0000-7000-8000-0000000000aa",
                     *         "email": "owner@demohvac.com",
                     *         "name": "Demo Owner",
                     *         "role": "viewer",
                     *         "permissions": [
                     *           "answering:read",
                     *           "calls:read",
                     *           "contacts:read",
                     *           "work_items:read",
                     *           "recordings:read",
                     *           "analytics:read",
                     *           "phone_numbers:read"
                     *         ]
                     *       },
                     *       "tenant": {
                     *         "id": "019b7c3e-0000-7000-8000-0000000000bb",
                     *         "slug": "demo-hvac",
                     *         "name": "Demo HVAC",
                     *         "timeZone": "America/Toronto",
                     *         "callRetentionMonths": 12,
                     *         "logRetentionDays": 90
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["SignedIn"];
                };
            };
            400: components["responses"]["request.invalid-request.malformed-token.invalid"];
            408: components["responses"]["request.timeout"];
            413: components["responses"]["request.too_large"];
            414: components["responses"]["request.uri_too_long"];
            415: components["responses"]["request.unsupported_media_type"];
            429: components["responses"]["rate.limited"];
            431: components["responses"]["request.headers_too_large"];
            500: components["responses"]["internal"];
            503: components["responses"]["service.unavailable"];
        };
    };
    getPublicKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Get the public keys */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "keys": [
                     *         {
                     *           "kty": "RSA",
                     *           "kid": "NzbLsXh8uDCcd…",
                     *           "alg": "RS256",
                     *           "use": "sig",
                     *           "e": "AQAB",
                     *           "n": "0vx7…"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        keys: {
                            [key: string]: unknown;
                        }[];
                    };
                };
            };
            400: components["responses"]["request.invalid-request.malformed"];
            414: components["responses"]["request.uri_too_long"];
            429: components["responses"]["rate.limited"];
            431: components["responses"]["request.headers_too_large"];
            500: components["responses"]["internal"];
        };
    };
    listCalls: {
        parameters: {
            query?: {
                /** @description From this day (in the tenant's time zone) or this instant on */
                startDate?: string;
                /** @description Until the end of this day (in the tenant's time zone), or until this instant */
                endDate?: string;
                /** @description Status of the call; several with commas: queued, ringing, in-progress, canceled, failed, no-answer, busy, completed */
                status?: string;
                /** @description Outcome of the call; several with commas: BOOKED, TRANSFERRED, VOICEMAIL, COMPLETED, ABANDONED, MISSED, NO_ANSWER, CANCELED, FAILED */
                outcome?: string;
                /** @description Direction of the call; several with commas: INBOUND, OUTBOUND */
                direction?: string;
                /** @description Provider of the call; several with commas: TWILIO, SIGNALWIRE, VAPI */
                provider?: string;
                /** @description Whether the assistant talked with the caller */
                aiHandled?: "true" | "false";
                /** @description Part of a number, id, summary or transcript; case, accents and the punctuation of phone numbers do not count */
                search?: string;
                /** @description From 1; ignored where a cursor is given */
                page?: number;
                /** @description Rows of a page */
                limit?: number;
                /** @description `nextCursor` of the page before; it goes on in the same order */
                cursor?: string;
                /** @description Whether to count all that fit the filters: by default only where no cursor is given */
                include_total?: "true" | "false";
                /** @description Descending with a minus; `-startedAt` by default. Rows without a value come where the least value would */
                sort?: "startedAt" | "-startedAt" | "endedAt" | "-endedAt" | "durationSeconds" | "-durationSeconds" | "providerCostCents" | "-providerCostCents";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List calls */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "019b7c3e-0000-7000-8000-000000000001",
                     *           "externalCallId": "CA0123456789abcdef0123456789abcdef",
                     *           "provider": "TWILIO",
                     *           "direction": "INBOUND",
                     *           "status": "completed",
                     *           "outcome": "BOOKED",
                     *           "aiHandled": true,
                     *           "from": "+15145551234",
                     *           "to": "+15145555678",
                     *           "startedAt": "2026-01-15T10:27:00.000Z",
                     *           "answeredAt": "2026-01-15T10:27:04.000Z",
                     *           "endedAt": "2026-01-15T10:30:04.000Z",
                     *           "durationSeconds": 180,
                     *           "billedMinutes": 3,
                     *           "providerCostCents": 21.85,
                     *           "createdAt": "2026-01-15T10:27:00.120Z",
                     *           "closedAt": "2026-01-15T10:30:09.000Z"
                     *         }
                     *       ],
                     *       "pagination": {
                     *         "page": 1,
                     *         "limit": 20,
                     *         "total": 1,
                     *         "totalPages": 1,
                     *         "nextCursor": null
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Call"][];
                        pagination: components["schemas"]["Pagination"];
                    };
                };
            };
            /** @description Unchanged since the `ETag` in `If-None-Match` */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["request.invalid-request.malformed"];
            401: components["responses"]["auth.required"];
            403: components["responses"]["auth.forbidden"];
            414: components["responses"]["request.uri_too_long"];
            429: components["responses"]["rate.limited"];
            431: components["responses"]["request.headers_too_large"];
            500: components["responses"]["internal"];
            503: components["responses"]["service.unavailable"];
        };
    };
    exportCalls: {
        parameters: {
            query?: {
                /** @description From this day (in the tenant's time zone) or this instant on */
                startDate?: string;
                /** @description Until the end of this day (in the tenant's time zone), or until this instant */
                endDate?: string;
                /** @description Status of the call; several with commas: queued, ringing, in-progress, canceled, failed, no-answer, busy, completed */
                status?: string;
                /** @description Outcome of the call; several with commas: BOOKED, TRANSFERRED, VOICEMAIL, COMPLETED, ABANDONED, MISSED, NO_ANSWER, CANCELED, FAILED */
                outcome?: string;
                /** @description Direction of the call; several with commas: INBOUND, OUTBOUND */
                direction?: string;
                /** @description Provider of the call; several with commas: TWILIO, SIGNALWIRE, VAPI */
                provider?: string;
                /** @description Whether the assistant talked with the caller */
                aiHandled?: "true" | "false";
                /** @description Part of a number, id, summary or transcript; case, accents and the punctuation of phone numbers do not count */
                search?: string;
                /** @description Descending with a minus; `-startedAt` by default. Rows without a value come where the least value would */
                sort?: "startedAt" | "-startedAt" | "endedAt" | "-endedAt" | "durationSeconds" | "-durationSeconds" | "providerCostCents" | "-providerCostCents";
                /** @description Between cells. Excel expects semicolons where the decimal sign is a comma, as in French; numbers then have it, too */
                delimiter?: "comma" | "semicolon";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Export calls */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example id,externalCallId,provider,direction,status,outcome,aiHandled,from,to,startedAt,answeredAt,endedAt,durationSeconds,billedMinutes,providerCostCents,createdAt,closedAt
                     *     019b7c3e-0000-7000-8000-000000000001,CA0123456789abcdef0123456789abcdef,TWILIO,INBOUND,completed,BOOKED,true,+15145551234,+15145555678,2026-01-15T10:27:00.000Z,2026-01-15T10:27:04.000Z,2026-01-15T10:30:04.000Z,180,3,21.85,2026-01-15T10:27:00.120Z,2026-01-15T10:30:09.000Z
                     */
                    "text/csv": string;
                };
            };
            400: components["responses"]["request.invalid-request.malformed"];
            401: components["responses"]["auth.required"];
            403: components["responses"]["auth.forbidden"];
            414: components["responses"]["request.uri_too_long"];
            429: components["responses"]["rate.limited"];
            431: components["responses"]["request.headers_too_large"];
            500: components["responses"]["internal"];
            503: components["responses"]["service.unavailable"];
        };
    };
    countCalls: {
        parameters: {
            query?: {
                /** @description From this day (in the tenant's time zone) or this instant on */
                startDate?: string;
                /** @description Until the end of this day (in the tenant's time zone), or until this instant */
                endDate?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Count calls */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "totalCalls": 2,
                     *       "aiHandledCalls": 1,
                     *       "durationSeconds": 180,
                     *       "billedMinutes": 3,
                     *       "providerCostCents": 21.85,
                     *       "averageDurationSeconds": 90,
                     *       "byStatus": {
                     *         "queued": 0,
                     *         "ringing": 0,
                     *         "in-progress": 0,
                     *         "canceled": 0,
                     *         "failed": 0,
                     *         "no-answer": 1,
                     *         "busy": 0,
                     *         "completed": 1
                     *       },
                     *       "byOutcome": {
                     *         "BOOKED": 1,
                     *         "TRANSFERRED": 0,
                     *         "VOICEMAIL": 0,
                     *         "COMPLETED": 0,
                     *         "ABANDONED": 0,
                     *         "MISSED": 1,
                     *         "NO_ANSWER": 0,
                     *         "CANCELED": 0,
                     *         "FAILED": 0
                     *       },
                     *       "byDirection": {
                     *         "INBOUND": 2,
                     *         "OUTBOUND": 0
                     *       },
                     *       "byProvider": {
                     *         "TWILIO": 2,
                     *         "SIGNALWIRE": 0,
                     *         "VAPI": 0
                     *       }
                     *     }
                     */
                    "application/json": {
                        totalCalls: number;
                        aiHandledCalls: number;
                        durationSeconds: number;
                        billedMinutes: number;
                        providerCostCents: number;
                        averageDurationSeconds: number | null;
                        byStatus: {
                            [key: string]: number;
                        };
                        /** @description Calls that are over */
                        byOutcome: {
                            [key: string]: number;
                        };
                        byDirection: {
                            [key: string]: number;
                        };
                        byProvider: {
                            [key: string]: number;
                        };
                    };
                };
            };
            /** @description Unchanged since the `ETag` in `If-None-Match` */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["request.invalid-request.malformed"];
            401: components["responses"]["auth.required"];
            403: components["responses"]["auth.forbidden"];
            414: components["responses"]["request.uri_too_long"];
            429: components["responses"]["rate.limited"];
            431: components["responses"]["request.headers_too_large"];
            500: components["responses"]["internal"];
            503: components["responses"]["service.unavailable"];
        };
    };
    listLiveCalls: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List the calls that go on */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "calls": [
                     *         {
                     *           "id": "019b7c3e-0000-7000-8000-000000000001",
                     *           "externalCallId": "CA0123456789abcdef0123456789abcdef",
                     *           "provider": "TWILIO",
                     *           "direction": "INBOUND",
                     *           "status": "in-progress",
                     *           "step": "assistant",
                     *           "from": "+15145551234",
                     *           "to": "+15145555678",
                     *           "contact": {
                     *             "id": "019b7c3e-0000-7000-8000-0000000000c0",
                     *             "name": "Josée Tremblay"
                     *           },
                     *           "since": "2026-01-15T10:27:00.000Z",
                     *           "answeredAt": "2026-01-15T10:27:04.000Z",
                     *           "lines": [
                     *             {
                     *               "speaker": "assistant",
                     *               "text": "Plomberie Essai, comment puis-je vous aider?",
                     *               "at": "2026-01-15T10:27:06.000Z"
                     *             },
                     *             {
                     *               "speaker": "caller",
                     *               "text": "Mon chauffe-eau fuit.",
                     *               "at": "2026-01-15T10:27:10.000Z"
                     *             }
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        /** @description Newest first, 200 at most */
                        calls: components["schemas"]["LiveCall"][];
                    };
                };
            };
            /** @description Unchanged since the `ETag` in `If-None-Match` */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["request.invalid-request.malformed"];
            401: components["responses"]["auth.required"];
            403: components["responses"]["auth.forbidden"];
            414: components["responses"]["request.uri_too_long"];
            429: components["responses"]["rate.limited"];
            431: components["responses"]["request.headers_too_large"];
            500: components["responses"]["internal"];
            503: components["responses"]["service.unavailable"];
        };
    };
    followLiveCalls: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Follow the calls that go on */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example event: calls
                     *     data: {"calls":[{"id":"019b7c3e-0000-7000-8000-000000000001","externalCallId":"CA0123456789abcdef0123456789abcdef","provider":"TWILIO","direction":"INBOUND","status":"in-progress","step":"assistant","from":"+15145551234","to":"+15145555678","contact":{"id":"019b7c3e-0000-7000-8000-0000000000c0","name":"Josée Tremblay"},"since":"2026-01-15T10:27:00.000Z","answeredAt":"2026-01-15T10:27:04.000Z","lines":[{"speaker":"assistant","text":"Plomberie Essai, comment puis-je vous aider?","at":"2026-01-15T10:27:06.000Z"},{"speaker":"caller","text":"Mon chauffe-eau fuit.","at":"2026-01-15T10:27:10.000Z"}]}]}
                     */
                    "text/event-stream": unknown;
                };
            };
            400: components["responses"]["request.invalid-request.malformed"];
            401: components["responses"]["auth.required"];
            403: components["responses"]["auth.forbidden"];
            414: components["responses"]["request.uri_too_long"];
            429: components["responses"]["rate.limited"];
            431: components["responses"]["request.headers_too_large"];
            500: components["responses"]["internal"];
            503: components["responses"]["service.unavailable"];
        };
    };
    getCall: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Our id, or the provider's */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Get a call */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019b7c3e-0000-7000-8000-000000000001",
                     *       "externalCallId": "CA0123456789abcdef0123456789abcdef",
                     *       "provider": "TWILIO",
                     *       "direction": "INBOUND",
                     *       "status": "completed",
                     *       "outcome": "BOOKED",
                     *       "aiHandled": true,
                     *       "from": "+15145551234",
                     *       "to": "+15145555678",
                     *       "startedAt": "2026-01-15T10:27:00.000Z",
                     *       "answeredAt": "2026-01-15T10:27:04.000Z",
                     *       "endedAt": "2026-01-15T10:30:04.000Z",
                     *       "durationSeconds": 180,
                     *       "billedMinutes": 3,
                     *       "providerCostCents": 21.85,
                     *       "createdAt": "2026-01-15T10:27:00.120Z",
                     *       "closedAt": "2026-01-15T10:30:09.000Z",
                     *       "contact": {
                     *         "id": "019b7c3e-0000-7000-8000-0000000000c0",
                     *         "name": "Josée Tremblay"
                     *       },
                     *       "outcomeReason": "assistant.booked",
                     *       "summary": "A leaking water heater; a plumber comes tomorrow at nine.",
                     *       "structuredData": {
                     *         "customerName": "Jean Dupont",
                     *         "appointment": "2026-01-16T09:00:00-05:00"
                     *       },
                     *       "transcript": "AI: Bonjour, Plomberie Essai.\nUser: Mon chauffe-eau fuit.",
                     *       "endedReason": "customer-ended-call",
                     *       "assistantCallId": "7f1c2a52-6d0e-4c1e-9b61-0c7a0f2f9d11",
                     *       "recordings": [
                     *         {
                     *           "recordingId": "RE0123456789abcdef0123456789abcdef",
                     *           "voicemail": false,
                     *           "url": "https://api.twilio.com/2010-04-01/Accounts/AC0/Recordings/RE0123456789abcdef0123456789abcdef",
                     *           "durationSeconds": 176
                     *         }
                     *       ],
                     *       "timeline": [
                     *         {
                     *           "kind": "webhook",
                     *           "at": "2026-01-15T10:27:00.120Z",
                     *           "id": "019b7c3e-0000-7000-8000-000000000003",
                     *           "provider": "twilio",
                     *           "eventType": "voice.status",
                     *           "facts": [
                     *             {
                     *               "type": "status",
                     *               "status": "ringing"
                     *             }
                     *           ],
                     *           "relayedAt": "2026-01-15T10:27:00.131Z"
                     *         },
                     *         {
                     *           "kind": "delivery",
                     *           "at": "2026-01-15T10:30:09.210Z",
                     *           "id": "019b7c40-0000-7000-8000-000000000002",
                     *           "eventType": "call.ended",
                     *           "status": "delivered",
                     *           "attempts": 1
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["CallDetail"];
                };
            };
            /** @description Unchanged since the `ETag` in `If-None-Match` */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["request.invalid-request.malformed"];
            401: components["responses"]["auth.required"];
            403: components["responses"]["auth.forbidden"];
            404: components["responses"]["resource.not_found"];
            414: components["responses"]["request.uri_too_long"];
            429: components["responses"]["rate.limited"];
            431: components["responses"]["request.headers_too_large"];
            500: components["responses"]["internal"];
            503: components["responses"]["service.unavailable"];
        };
    };
    hangUpCall: {
        parameters: {
            query?: never;
            header?: {
                /** @description A random text of your own: a request that is repeated with it within 24 hours has the first answer again, with `Idempotent-Replayed: true`, and is not done twice. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Its id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description End a call */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "ended": true
                     *     }
                     */
                    "application/json": {
                        /** @description False: it was told, and had not done so after ten seconds */
                        ended: boolean;
                    };
                };
            };
            400: components["responses"]["request.invalid-request.malformed"];
            401: components["responses"]["auth.required"];
            403: components["responses"]["auth.forbidden"];
            404: components["responses"]["resource.not_found"];
            409: components["responses"]["idempotency.in_progress-call.over-call.not_controllable-provider.refused"];
            414: components["responses"]["request.uri_too_long"];
            422: components["responses"]["idempotency.key_reused"];
            429: components["responses"]["rate.limited"];
            431: components["responses"]["request.headers_too_large"];
            500: components["responses"]["internal"];
            502: components["responses"]["provider.unreachable"];
            503: components["responses"]["service.unavailable"];
        };
    };
    sayInCall: {
        parameters: {
            query?: never;
            header?: {
                /** @description A random text of your own: a request that is repeated with it within 24 hours has the first answer again, with `Idempotent-Replayed: true`, and is not done twice. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Its id */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "text": "Un technicien vous rejoint dans un instant."
                 *     }
                 */
                "application/json": {
                    text: string;
                };
            };
        };
        responses: {
            /** @description Have the assistant say a sentence */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "taken": true
                     *     }
                     */
                    "application/json": components["schemas"]["CommandTaken"];
                };
            };
            400: components["responses"]["request.invalid-request.malformed"];
            401: components["responses"]["auth.required"];
            403: components["responses"]["auth.forbidden"];
            404: components["responses"]["resource.not_found"];
            408: components["responses"]["request.timeout"];
            409: components["responses"]["idempotency.in_progress-call.over-call.not_controllable-provider.refused"];
            413: components["responses"]["request.too_large"];
            414: components["responses"]["request.uri_too_long"];
            415: components["responses"]["request.unsupported_media_type"];
            422: components["responses"]["idempotency.key_reused"];
            429: components["responses"]["rate.limited"];
            431: components["responses"]["request.headers_too_large"];
            500: components["responses"]["internal"];
            502: components["responses"]["provider.unreachable"];
            503: components["responses"]["service.unavailable"];
        };
    };
    muteAssistant: {
        parameters: {
            query?: never;
            header?: {
                /** @description A random text of your own: a request that is repeated with it within 24 hours has the first answer again, with `Idempotent-Replayed: true`, and is not done twice. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Its id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Silence the assistant */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "taken": true
                     *     }
                     */
                    "application/json": components["schemas"]["CommandTaken"];
                };
            };
            400: components["responses"]["request.invalid-request.malformed"];
            401: components["responses"]["auth.required"];
            403: components["responses"]["auth.forbidden"];
            404: components["responses"]["resource.not_found"];
            409: components["responses"]["idempotency.in_progress-call.over-call.not_controllable-provider.refused"];
            414: components["responses"]["request.uri_too_long"];
            422: components["responses"]["idempotency.key_reused"];
            429: components["responses"]["rate.limited"];
            431: components["responses"]["request.headers_too_large"];
            500: components["responses"]["internal"];
            502: components["responses"]["provider.unreachable"];
            503: components["responses"]["service.unavailable"];
        };
    };
    unmuteAssistant: {
        parameters: {
            query?: never;
            header?: {
                /** @description A random text of your own: a request that is repeated with it within 24 hours has the first answer again, with `Idempotent-Replayed: true`, and is not done twice. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Its id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Let the assistant speak again */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "taken": true
                     *     }
                     */
                    "application/json": components["schemas"]["CommandTaken"];
                };
            };
            400: components["responses"]["request.invalid-request.malformed"];
            401: components["responses"]["auth.required"];
            403: components["responses"]["auth.forbidden"];
            404: components["responses"]["resource.not_found"];
            409: components["responses"]["idempotency.in_progress-call.over-call.not_controllable-provider.refused"];
            414: components["responses"]["request.uri_too_long"];
            422: components["responses"]["idempotency.key_reused"];
            429: components["responses"]["rate.limited"];
            431: components["responses"]["request.headers_too_large"];
            500: components["responses"]["internal"];
            502: components["responses"]["provider.unreachable"];
            503: components["responses"]["service.unavailable"];
        };
    };
    transferCall: {
        parameters: {
            query?: never;
            header?: {
                /** @description A random text of your own: a request that is repeated with it within 24 hours has the first answer again, with `Idempotent-Replayed: true`, and is not done twice. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Its id */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "to": "+15145550191"
                 *     }
                 */
                "application/json": {
                    /** @description In Canada or the United States, at no premium */
                    to: string;
                };
            };
        };
        responses: {
            /** @description Transfer a call to a person */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "taken": true
                     *     }
                     */
                    "application/json": components["schemas"]["CommandTaken"];
                };
            };
            400: components["responses"]["request.invalid-request.malformed"];
            401: components["responses"]["auth.required"];
            403: components["responses"]["auth.forbidden"];
            404: components["responses"]["resource.not_found"];
            408: components["responses"]["request.timeout"];
            409: components["responses"]["idempotency.in_progress-call.over-call.not_controllable-provider.refused"];
            413: components["responses"]["request.too_large"];
            414: components["responses"]["request.uri_too_long"];
            415: components["responses"]["request.unsupported_media_type"];
            422: components["responses"]["idempotency.key_reused"];
            429: components["responses"]["rate.limited"];
            431: components["responses"]["request.headers_too_large"];
            500: components["responses"]["internal"];
            502: components["responses"]["provider.unreachable"];
            503: components["responses"]["service.unavailable"];
        };
    };
    listContacts: {
        parameters: {
            query?: {
                /** @description Language of the contact; several with commas: fr, en */
                language?: string;
                /** @description Part of a name, number or note; case, accents and the punctuation of phone numbers do not count */
                search?: string;
                /** @description From 1; ignored where a cursor is given */
                page?: number;
                /** @description Rows of a page */
                limit?: number;
                /** @description `nextCursor` of the page before; it goes on in the same order */
                cursor?: string;
                /** @description Whether to count all that fit the filters: by default only where no cursor is given */
                include_total?: "true" | "false";
                /** @description Descending with a minus; `name` by default. Rows without a value come where the least value would */
                sort?: "name" | "-name" | "createdAt" | "-createdAt" | "updatedAt" | "-updatedAt";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List contacts */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "019b7c3e-0000-7000-8000-0000000000c0",
                     *           "number": "+15145551234",
                     *           "name": "Josée Tremblay",
                     *           "language": "fr",
                     *           "notes": "Chauffe-eau au sous-sol. Sonner deux fois.",
                     *           "callCount": 3,
                     *           "lastCallAt": "2026-01-15T10:27:00.000Z",
                     *           "createdAt": "2026-01-10T14:00:00.000Z",
                     *           "updatedAt": "2026-01-10T14:00:00.000Z"
                     *         }
                     *       ],
                     *       "pagination": {
                     *         "page": 1,
                     *         "limit": 20,
                     *         "total": 1,
                     *         "totalPages": 1,
                     *         "nextCursor": null
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Contact"][];
                        pagination: components["schemas"]["Pagination"];
                    };
                };
            };
            /** @description Unchanged since the `ETag` in `If-None-Match` */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["request.invalid-request.malformed"];
            401: components["responses"]["auth.required"];
            403: components["responses"]["auth.forbidden"];
            414: components["responses"]["request.uri_too_long"];
            429: components["responses"]["rate.limited"];
            431: components["responses"]["request.headers_too_large"];
            500: components["responses"]["internal"];
            503: components["responses"]["service.unavailable"];
        };
    };
    createContact: {
        parameters: {
            query?: never;
            header?: {
                /** @description A random text of your own: a request that is repeated with it within 24 hours has the first answer again, with `Idempotent-Replayed: true`, and is not done twice. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "number": "+15145551234",
                 *       "name": "Josée Tremblay",
                 *       "language": "fr",
                 *       "notes": "Chauffe-eau au sous-sol. Sonner deux fois."
                 *     }
                 */
                "application/json": {
                    /** @description E.164, or as people write it: `514 555-1234` is `+15145551234`, since a number without a country code is read as Canadian */
                    number: string;
                    name: string;
                    /**
                     * @description Null while it is not known
                     * @default null
                     */
                    language?: ("fr" | "en") | null;
                    /** @default  */
                    notes?: string;
                };
            };
        };
        responses: {
            /** @description Create a contact */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019b7c3e-0000-7000-8000-0000000000c0",
                     *       "number": "+15145551234",
                     *       "name": "Josée Tremblay",
                     *       "language": "fr",
                     *       "notes": "Chauffe-eau au sous-sol. Sonner deux fois.",
                     *       "callCount": 3,
                     *       "lastCallAt": "2026-01-15T10:27:00.000Z",
                     *       "createdAt": "2026-01-10T14:00:00.000Z",
                     *       "updatedAt": "2026-01-10T14:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Contact"];
                };
            };
            400: components["responses"]["request.invalid-request.malformed"];
            401: components["responses"]["auth.required"];
            403: components["responses"]["auth.forbidden"];
            408: components["responses"]["request.timeout"];
            409: components["responses"]["idempotency.in_progress-contact.number_taken"];
            413: components["responses"]["request.too_large"];
            414: components["responses"]["request.uri_too_long"];
            415: components["responses"]["request.unsupported_media_type"];
            422: components["responses"]["idempotency.key_reused"];
            429: components["responses"]["rate.limited"];
            431: components["responses"]["request.headers_too_large"];
            500: components["responses"]["internal"];
            503: components["responses"]["service.unavailable"];
        };
    };
    exportContacts: {
        parameters: {
            query?: {
                /** @description Language of the contact; several with commas: fr, en */
                language?: string;
                /** @description Part of a name, number or note; case, accents and the punctuation of phone numbers do not count */
                search?: string;
                /** @description Descending with a minus; `name` by default. Rows without a value come where the least value would */
                sort?: "name" | "-name" | "createdAt" | "-createdAt" | "updatedAt" | "-updatedAt";
                /** @description Between cells. Excel expects semicolons where the decimal sign is a comma, as in French; numbers then have it, too */
                delimiter?: "comma" | "semicolon";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Export contacts */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example id,number,name,language,notes,callCount,lastCallAt,createdAt,updatedAt
                     *     019b7c3e-0000-7000-8000-0000000000c0,+15145551234,Josée Tremblay,fr,Chauffe-eau au sous-sol. Sonner deux fois.,3,2026-01-15T10:27:00.000Z,2026-01-10T14:00:00.000Z,2026-01-10T14:00:00.000Z
                     */
                    "text/csv": string;
                };
            };
            400: components["responses"]["request.invalid-request.malformed"];
            401: components["responses"]["auth.required"];
            403: components["responses"]["auth.forbidden"];
            414: components["responses"]["request.uri_too_long"];
            429: components["responses"]["rate.limited"];
            431: components["responses"]["request.headers_too_large"];
            500: components["responses"]["internal"];
            503: components["responses"]["service.unavailable"];
        };
    };
    getContact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Get a contact */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019b7c3e-0000-7000-8000-0000000000c0",
                     *       "number": "+15145551234",
                     *       "name": "Josée Tremblay",
                     *       "language": "fr",
                     *       "notes": "Chauffe-eau au sous-sol. Sonner deux fois.",
                     *       "callCount": 3,
                     *       "lastCallAt": "2026-01-15T10:27:00.000Z",
                     *       "createdAt": "2026-01-10T14:00:00.000Z",
                     *       "updatedAt": "2026-01-10T14:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Contact"];
                };
            };
            /** @description Unchanged since the `ETag` in `If-None-Match` */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["request.invalid-request.malformed"];
            401: components["responses"]["auth.required"];
            403: components["responses"]["auth.forbidden"];
            404: components["responses"]["resource.not_found"];
            414: components["responses"]["request.uri_too_long"];
            429: components["responses"]["rate.limited"];
            431: components["responses"]["request.headers_too_large"];
            500: components["responses"]["internal"];
            503: components["responses"]["service.unavailable"];
        };
    };
    deleteContact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Delete a contact */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["request.invalid-request.malformed"];
            401: components["responses"]["auth.required"];
            403: components["responses"]["auth.forbidden"];
            404: components["responses"]["resource.not_found"];
            414: components["responses"]["request.uri_too_long"];
            429: components["responses"]["rate.limited"];
            431: components["responses"]["request.headers_too_large"];
            500: components["responses"]["internal"];
            503: components["responses"]["service.unavailable"];
        };
    };
    changeContact: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of what you have read: nothing that another client has saved since is lost, the answer is `resource.changed` then. `*` asks only that there is something. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description Its id */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "notes": "Chauffe-eau au sous-sol. Sonner deux fois."
                 *     }
                 */
                "application/json": {
                    /** @description E.164, or as people write it: `514 555-1234` is `+15145551234`, since a number without a country code is read as Canadian */
                    number?: string;
                    name?: string;
                    /** @description Null while it is not known */
                    language?: ("fr" | "en") | null;
                    notes?: string;
                };
            };
        };
        responses: {
            /** @description Change a contact */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019b7c3e-0000-7000-8000-0000000000c0",
                     *       "number": "+15145551234",
                     *       "name": "Josée Tremblay",
                     *       "language": "fr",
                     *       "notes": "Chauffe-eau au sous-sol. Sonner deux fois.",
                     *       "callCount": 3,
                     *       "lastCallAt": "2026-01-15T10:27:00.000Z",
                     *       "createdAt": "2026-01-10T14:00:00.000Z",
                     *       "updatedAt": "2026-01-10T14:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Contact"];
                };
            };
            400: components["responses"]["request.invalid-request.malformed"];
            401: components["responses"]["auth.required"];
            403: components["responses"]["auth.forbidden"];
            404: components["responses"]["resource.not_found"];
            408: components["responses"]["request.timeout"];
            409: components["responses"]["contact.number_taken"];
            412: components["responses"]["resource.changed"];
            413: components["responses"]["request.too_large"];
            414: components["responses"]["request.uri_too_long"];
            415: components["responses"]["request.unsupported_media_type"];
            429: components["responses"]["rate.limited"];
            431: components["responses"]["request.headers_too_large"];
            500: components["responses"]["internal"];
            503: components["responses"]["service.unavailable"];
        };
    };
    listWorkItems: {
        parameters: {
            query?: {
                /** @description How they are; those that are overdue are open, too; several with commas: open, overdue, done, cancelled */
                status?: string;
                /** @description What is to be done; several with commas: message, callback */
                kind?: string;
                /** @description How urgent they are; several with commas: emergency, normal */
                priority?: string;
                /** @description The user who is to do them */
                ownerId?: string;
                /** @description The call that they were promised on */
                callId?: string;
                /** @description Part of what is to be done, what came of it, or the name or number of a caller; case, accents and the punctuation of phone numbers do not count */
                search?: string;
                /** @description From 1; ignored where a cursor is given */
                page?: number;
                /** @description Rows of a page */
                limit?: number;
                /** @description `nextCursor` of the page before; it goes on in the same order */
                cursor?: string;
                /** @description Whether to count all that fit the filters: by default only where no cursor is given */
                include_total?: "true" | "false";
                /** @description Descending with a minus; `dueAt` by default. Rows without a value come where the least value would */
                sort?: "dueAt" | "-dueAt" | "createdAt" | "-createdAt" | "finishedAt" | "-finishedAt";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List work items */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "019b7c3e-0000-7000-8000-0000000000d7",
                     *           "kind": "callback",
                     *           "text": "La fournaise s’est arrêtée; veut savoir quand un technicien peut passer.",
                     *           "callerNumber": "+15145551234",
                     *           "callerName": "Josée Tremblay",
                     *           "language": "fr",
                     *           "ownerId": null,
                     *           "dueAt": "2026-01-15T17:00:00.000Z",
                     *           "priority": "normal",
                     *           "status": "open",
                     *           "overdue": false,
                     *           "result": null,
                     *           "finishedAt": null,
                     *           "finishedBy": null,
                     *           "callId": "CA0123456789abcdef0123456789abcdef",
                     *           "createdAt": "2026-01-15T14:55:00.000Z",
                     *           "updatedAt": "2026-01-15T14:55:00.000Z"
                     *         }
                     *       ],
                     *       "pagination": {
                     *         "page": 1,
                     *         "limit": 20,
                     *         "total": 1,
                     *         "totalPages": 1,
                     *         "nextCursor": null
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["WorkItem"][];
                        pagination: components["schemas"]["Pagination"];
                    };
                };
            };
            /** @description Unchanged since the `ETag` in `If-None-Match` */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["request.invalid-request.malformed"];
            401: components["responses"]["auth.required"];
            403: components["responses"]["auth.forbidden"];
            414: components["responses"]["request.uri_too_long"];
            429: components["responses"]["rate.limited"];
            431: components["responses"]["request.headers_too_large"];
            500: components["responses"]["internal"];
            503: components["responses"]["service.unavailable"];
        };
    };
    createWorkItem: {
        parameters: {
            query?: never;
            header?: {
                /** @description A random text of your own: a request that is repeated with it within 24 hours has the first answer again, with `Idempotent-Replayed: true`, and is not done twice. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "kind": "callback",
                 *       "text": "La fournaise s’est arrêtée; veut savoir quand un technicien peut passer.",
                 *       "callerNumber": "+15145551234",
                 *       "callerName": "Josée Tremblay",
                 *       "language": "fr",
                 *       "dueAt": "2026-01-15T17:00:00.000Z",
                 *       "priority": "normal"
                 *     }
                 */
                "application/json": {
                    /** @enum {string} */
                    kind: "message" | "callback";
                    text: string;
                    /**
                     * @description E.164; punctuation is removed
                     * @default null
                     */
                    callerNumber?: string | null;
                    /** @default null */
                    callerName?: string | null;
                    /** @default null */
                    language?: ("fr" | "en") | null;
                    /** @default null */
                    ownerId?: string | null;
                    /** Format: date-time */
                    dueAt: string;
                    /**
                     * @default normal
                     * @enum {string}
                     */
                    priority?: "emergency" | "normal";
                };
            };
        };
        responses: {
            /** @description Create a work item */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019b7c3e-0000-7000-8000-0000000000d7",
                     *       "kind": "callback",
                     *       "text": "La fournaise s’est arrêtée; veut savoir quand un technicien peut passer.",
                     *       "callerNumber": "+15145551234",
                     *       "callerName": "Josée Tremblay",
                     *       "language": "fr",
                     *       "ownerId": null,
                     *       "dueAt": "2026-01-15T17:00:00.000Z",
                     *       "priority": "normal",
                     *       "status": "open",
                     *       "overdue": false,
                     *       "result": null,
                     *       "finishedAt": null,
                     *       "finishedBy": null,
                     *       "callId": "CA0123456789abcdef0123456789abcdef",
                     *       "createdAt": "2026-01-15T14:55:00.000Z",
                     *       "updatedAt": "2026-01-15T14:55:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["WorkItem"];
                };
            };
            400: components["responses"]["request.invalid-request.malformed"];
            401: components["responses"]["auth.required"];
            403: components["responses"]["auth.forbidden"];
            408: components["responses"]["request.timeout"];
            409: components["responses"]["idempotency.in_progress"];
            413: components["responses"]["request.too_large"];
            414: components["responses"]["request.uri_too_long"];
            415: components["responses"]["request.unsupported_media_type"];
            422: components["responses"]["idempotency.key_reused"];
            429: components["responses"]["rate.limited"];
            431: components["responses"]["request.headers_too_large"];
            500: components["responses"]["internal"];
            503: components["responses"]["service.unavailable"];
        };
    };
    exportWorkItems: {
        parameters: {
            query?: {
                /** @description How they are; those that are overdue are open, too; several with commas: open, overdue, done, cancelled */
                status?: string;
                /** @description What is to be done; several with commas: message, callback */
                kind?: string;
                /** @description How urgent they are; several with commas: emergency, normal */
                priority?: string;
                /** @description The user who is to do them */
                ownerId?: string;
                /** @description The call that they were promised on */
                callId?: string;
                /** @description Part of what is to be done, what came of it, or the name or number of a caller; case, accents and the punctuation of phone numbers do not count */
                search?: string;
                /** @description Descending with a minus; `dueAt` by default. Rows without a value come where the least value would */
                sort?: "dueAt" | "-dueAt" | "createdAt" | "-createdAt" | "finishedAt" | "-finishedAt";
                /** @description Between cells. Excel expects semicolons where the decimal sign is a comma, as in French; numbers then have it, too */
                delimiter?: "comma" | "semicolon";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Export work items */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example id,kind,text,callerNumber,callerName,language,ownerId,dueAt,priority,status,overdue,result,finishedAt,finishedBy,callId,createdAt,updatedAt
                     *     019b7c3e-0000-7000-8000-0000000000d7,callback,La fournaise s’est arrêtée; veut savoir quand un technicien peut passer.,+15145551234,Josée Tremblay,fr,,2026-01-15T17:00:00.000Z,normal,open,false,,,,CA0123456789abcdef0123456789abcdef,2026-01-15T14:55:00.000Z,2026-01-15T14:55:00.000Z
                     */
                    "text/csv": string;
                };
            };
            400: components["responses"]["request.invalid-request.malformed"];
            401: components["responses"]["auth.required"];
            403: components["responses"]["auth.forbidden"];
            414: components["responses"]["request.uri_too_long"];
            429: components["responses"]["rate.limited"];
            431: components["responses"]["request.headers_too_large"];
            500: components["responses"]["internal"];
            503: components["responses"]["service.unavailable"];
        };
    };
    getWorkItem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Get a work item */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019b7c3e-0000-7000-8000-0000000000d7",
                     *       "kind": "callback",
                     *       "text": "La fournaise s’est arrêtée; veut savoir quand un technicien peut passer.",
                     *       "callerNumber": "+15145551234",
                     *       "callerName": "Josée Tremblay",
                     *       "language": "fr",
                     *       "ownerId": null,
                     *       "dueAt": "2026-01-15T17:00:00.000Z",
                     *       "priority": "normal",
                     *       "status": "open",
                     *       "overdue": false,
                     *       "result": null,
                     *       "finishedAt": null,
                     *       "finishedBy": null,
                     *       "callId": "CA0123456789abcdef0123456789abcdef",
                     *       "createdAt": "2026-01-15T14:55:00.000Z",
                     *       "updatedAt": "2026-01-15T14:55:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["WorkItem"];
                };
            };
            /** @description Unchanged since the `ETag` in `If-None-Match` */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["request.invalid-request.malformed"];
            401: components["responses"]["auth.required"];
            403: components["responses"]["auth.forbidden"];
            404: components["responses"]["resource.not_found"];
            414: components["responses"]["request.uri_too_long"];
            429: components["responses"]["rate.limited"];
            431: components["responses"]["request.headers_too_large"];
            500: components["responses"]["internal"];
            503: components["responses"]["service.unavailable"];
        };
    };
    changeWorkItem: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of what you have read: nothing that another client has saved since is lost, the answer is `resource.changed` then. `*` asks only that there is something. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description Its id */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "status": "done",
                 *       "result": "Passe vendredi à 9 h."
                 *     }
                 */
                "application/json": {
                    ownerId?: string | null;
                    /** Format: date-time */
                    dueAt?: string;
                    /** @enum {string} */
                    priority?: "emergency" | "normal";
                    /** @enum {string} */
                    status?: "open" | "done" | "cancelled";
                    result?: string | null;
                };
            };
        };
        responses: {
            /** @description Change a work item */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019b7c3e-0000-7000-8000-0000000000d7",
                     *       "kind": "callback",
                     *       "text": "La fournaise s’est arrêtée; veut savoir quand un technicien peut passer.",
                     *       "callerNumber": "+15145551234",
                     *       "callerName": "Josée Tremblay",
                     *       "language": "fr",
                     *       "ownerId": null,
                     *       "dueAt": "2026-01-15T17:00:00.000Z",
                     *       "priority": "normal",
                     *       "status": "done",
                     *       "overdue": false,
                     *       "result": "Passe vendredi à 9 h.",
                     *       "finishedAt": "2026-01-15T16:20:00.000Z",
                     *       "finishedBy": "odile@example.com",
                     *       "callId": "CA0123456789abcdef0123456789abcdef",
                     *       "createdAt": "2026-01-15T14:55:00.000Z",
                     *       "updatedAt": "2026-01-15T14:55:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["WorkItem"];
                };
            };
            400: components["responses"]["request.invalid-request.malformed"];
            401: components["responses"]["auth.required"];
            403: components["responses"]["auth.forbidden"];
            404: components["responses"]["resource.not_found"];
            408: components["responses"]["request.timeout"];
            412: components["responses"]["resource.changed"];
            413: components["responses"]["request.too_large"];
            414: components["responses"]["request.uri_too_long"];
            415: components["responses"]["request.unsupported_media_type"];
            429: components["responses"]["rate.limited"];
            431: components["responses"]["request.headers_too_large"];
            500: components["responses"]["internal"];
            503: components["responses"]["service.unavailable"];
        };
    };
    listAnsweringPlans: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List the answering plans */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "019b7c3e-0000-7000-8000-0000000000a0",
                     *           "number": null,
                     *           "currentVersion": 1,
                     *           "latestVersion": 1,
                     *           "createdAt": "2026-01-10T14:00:00.000Z",
                     *           "updatedAt": "2026-01-12T09:00:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["AnsweringPlanSummary"][];
                    };
                };
            };
            /** @description Unchanged since the `ETag` in `If-None-Match` */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["request.invalid-request.malformed"];
            401: components["responses"]["auth.required"];
            403: components["responses"]["auth.forbidden"];
            414: components["responses"]["request.uri_too_long"];
            429: components["responses"]["rate.limited"];
            431: components["responses"]["request.headers_too_large"];
            500: components["responses"]["internal"];
            503: components["responses"]["service.unavailable"];
        };
    };
    createAnsweringPlan: {
        parameters: {
            query?: never;
            header?: {
                /** @description A random text of your own: a request that is repeated with it within 24 hours has the first answer again, with `Idempotent-Replayed: true`, and is not done twice. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "number": null,
                 *       "draft": {
                 *         "timeZone": "America/Toronto",
                 *         "languages": [
                 *           "fr",
                 *           "en"
                 *         ],
                 *         "greeting": {
                 *           "fr": "Plomberie Lavoie, bonjour!",
                 *           "en": "Lavoie Plumbing, hello!"
                 *         },
                 *         "hours": {
                 *           "monday": [
                 *             {
                 *               "from": "08:00",
                 *               "to": "12:00"
                 *             },
                 *             {
                 *               "from": "13:00",
                 *               "to": "17:00"
                 *             }
                 *           ],
                 *           "tuesday": [
                 *             {
                 *               "from": "08:00",
                 *               "to": "12:00"
                 *             },
                 *             {
                 *               "from": "13:00",
                 *               "to": "17:00"
                 *             }
                 *           ],
                 *           "wednesday": [
                 *             {
                 *               "from": "08:00",
                 *               "to": "12:00"
                 *             },
                 *             {
                 *               "from": "13:00",
                 *               "to": "17:00"
                 *             }
                 *           ],
                 *           "thursday": [
                 *             {
                 *               "from": "08:00",
                 *               "to": "12:00"
                 *             },
                 *             {
                 *               "from": "13:00",
                 *               "to": "17:00"
                 *             }
                 *           ],
                 *           "friday": [
                 *             {
                 *               "from": "08:00",
                 *               "to": "12:00"
                 *             },
                 *             {
                 *               "from": "13:00",
                 *               "to": "17:00"
                 *             }
                 *           ],
                 *           "saturday": [
                 *             {
                 *               "from": "09:00",
                 *               "to": "12:00"
                 *             }
                 *           ],
                 *           "sunday": []
                 *         },
                 *         "holidays": "QC",
                 *         "specialDays": [
                 *           {
                 *             "date": "2026-12-24",
                 *             "intervals": [
                 *               {
                 *                 "from": "08:00",
                 *                 "to": "12:00"
                 *               }
                 *             ]
                 *           }
                 *         ],
                 *         "recording": "announced",
                 *         "start": {
                 *           "open": "assistant",
                 *           "closed": "assistant"
                 *         },
                 *         "steps": {
                 *           "assistant": {
                 *             "type": "assistant",
                 *             "otherwise": "menu"
                 *           },
                 *           "menu": {
                 *             "type": "menu",
                 *             "prompt": {
                 *               "fr": "Pour une urgence, faites le 1. Pour laisser un message, faites le 2.",
                 *               "en": "For an emergency, press 1. To leave a message, press 2."
                 *             },
                 *             "choices": {
                 *               "1": "on-call",
                 *               "2": "voicemail"
                 *             },
                 *             "otherwise": "voicemail"
                 *           },
                 *           "on-call": {
                 *             "type": "staff",
                 *             "rungs": [
                 *               {
                 *                 "name": "Luc Lavoie",
                 *                 "number": "+15145550111",
                 *                 "ringSeconds": 20
                 *               },
                 *               {
                 *                 "name": "Maude Girard",
                 *                 "number": "+15145550112",
                 *                 "ringSeconds": 20
                 *               },
                 *               {
                 *                 "name": "Bureau",
                 *                 "number": "+15145550113",
                 *                 "ringSeconds": 25,
                 *                 "during": "open"
                 *               }
                 *             ],
                 *             "otherwise": "voicemail"
                 *           },
                 *           "voicemail": {
                 *             "type": "voicemail"
                 *           }
                 *         },
                 *         "emergency": {
                 *           "words": {
                 *             "fr": [
                 *               "urgence",
                 *               "dégât d’eau",
                 *               "inondation",
                 *               "gaz",
                 *               "feu"
                 *             ],
                 *             "en": [
                 *               "emergency",
                 *               "flood",
                 *               "water damage",
                 *               "gas",
                 *               "fire"
                 *             ]
                 *           },
                 *           "step": "on-call"
                 *         },
                 *         "limits": {
                 *           "longestCallSeconds": 1800,
                 *           "longestSilenceSeconds": 30,
                 *           "fruitlessTurns": 3
                 *         }
                 *       }
                 *     }
                 */
                "application/json": {
                    /**
                     * @description One of your own numbers, whose calls it answers; null: all that have no plan of their own
                     * @default null
                     */
                    number?: string | null;
                    draft: components["schemas"]["AnsweringPlan"];
                };
            };
        };
        responses: {
            /** @description Create an answering plan */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019b7c3e-0000-7000-8000-0000000000a0",
                     *       "number": null,
                     *       "currentVersion": null,
                     *       "latestVersion": 0,
                     *       "createdAt": "2026-01-10T14:00:00.000Z",
                     *       "updatedAt": "2026-01-12T09:00:00.000Z",
                     *       "draft": {
                     *         "timeZone": "America/Toronto",
                     *         "languages": [
                     *           "fr",
                     *           "en"
                     *         ],
                     *         "greeting": {
                     *           "fr": "Plomberie Lavoie, bonjour!",
                     *           "en": "Lavoie Plumbing, hello!"
                     *         },
                     *         "hours": {
                     *           "monday": [
                     *             {
                     *               "from": "08:00",
                     *               "to": "12:00"
                     *             },
                     *             {
                     *               "from": "13:00",
                     *               "to": "17:00"
                     *             }
                     *           ],
                     *           "tuesday": [
                     *             {
                     *               "from": "08:00",
                     *               "to": "12:00"
                     *             },
                     *             {
                     *               "from": "13:00",
                     *               "to": "17:00"
                     *             }
                     *           ],
                     *           "wednesday": [
                     *             {
                     *               "from": "08:00",
                     *               "to": "12:00"
                     *             },
                     *             {
                     *               "from": "13:00",
                     *               "to": "17:00"
                     *             }
                     *           ],
                     *           "thursday": [
                     *             {
                     *               "from": "08:00",
                     *               "to": "12:00"
                     *             },
                     *             {
                     *               "from": "13:00",
                     *               "to": "17:00"
                     *             }
                     *           ],
                     *           "friday": [
                     *             {
                     *               "from": "08:00",
                     *               "to": "12:00"
                     *             },
                     *             {
                     *               "from": "13:00",
                     *               "to": "17:00"
                     *             }
                     *           ],
                     *           "saturday": [
                     *             {
                     *               "from": "09:00",
                     *               "to": "12:00"
                     *             }
                     *           ],
                     *           "sunday": []
                     *         },
                     *         "holidays": "QC",
                     *         "specialDays": [
                     *           {
                     *             "date": "2026-12-24",
                     *             "intervals": [
                     *               {
                     *                 "from": "08:00",
                     *                 "to": "12:00"
                     *               }
                     *             ]
                     *           }
                     *         ],
                     *         "recording": "announced",
                     *         "start": {
                     *           "open": "assistant",
                     *           "closed": "assistant"
                     *         },
                     *         "steps": {
                     *           "assistant": {
                     *             "type": "assistant",
                     *             "otherwise": "menu"
                     *           },
                     *           "menu": {
                     *             "type": "menu",
                     *             "prompt": {
                     *               "fr": "Pour une urgence, faites le 1. Pour laisser un message, faites le 2.",
                     *               "en": "For an emergency, press 1. To leave a message, press 2."
                     *             },
                     *             "choices": {
                     *               "1": "on-call",
                     *               "2": "voicemail"
                     *             },
                     *             "otherwise": "voicemail"
                     *           },
                     *           "on-call": {
                     *             "type": "staff",
                     *             "rungs": [
                     *               {
                     *                 "name": "Luc Lavoie",
                     *                 "number": "+15145550111",
                     *                 "ringSeconds": 20
                     *               },
                     *               {
                     *                 "name": "Maude Girard",
                     *                 "number": "+15145550112",
                     *                 "ringSeconds": 20
                     *               },
                     *               {
                     *                 "name": "Bureau",
                     *                 "number": "+15145550113",
                     *                 "ringSeconds": 25,
                     *                 "during": "open"
                     *               }
                     *             ],
                     *             "otherwise": "voicemail"
                     *           },
                     *           "voicemail": {
                     *             "type": "voicemail"
                     *           }
                     *         },
                     *         "emergency": {
                     *           "words": {
                     *             "fr": [
                     *               "urgence",
                     *               "dégât d’eau",
                     *               "inondation",
                     *               "gaz",
                     *               "feu"
                     *             ],
                     *             "en": [
                     *               "emergency",
                     *               "flood",
                     *               "water damage",
                     *               "gas",
                     *               "fire"
                     *             ]
                     *           },
                     *           "step": "on-call"
                     *         },
                     *         "limits": {
                     *           "longestCallSeconds": 1800,
                     *           "longestSilenceSeconds": 30,
                     *           "fruitlessTurns": 3
                     *         }
                     *       },
                     *       "current": null
                     *     }
                     */
                    "application/json": components["schemas"]["StoredAnsweringPlan"];
                };
            };
            400: components["responses"]["request.invalid-request.malformed"];
            401: components["responses"]["auth.required"];
            403: components["responses"]["auth.forbidden"];
            408: components["responses"]["request.timeout"];
            409: components["responses"]["idempotency.in_progress-answering.plan_exists"];
            413: components["responses"]["request.too_large"];
            414: components["responses"]["request.uri_too_long"];
            415: components["responses"]["request.unsupported_media_type"];
            422: components["responses"]["idempotency.key_reused"];
            429: components["responses"]["rate.limited"];
            431: components["responses"]["request.headers_too_large"];
            500: components["responses"]["internal"];
            503: components["responses"]["service.unavailable"];
        };
    };
    getAnsweringPlan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Get an answering plan */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019b7c3e-0000-7000-8000-0000000000a0",
                     *       "number": null,
                     *       "currentVersion": 1,
                     *       "latestVersion": 1,
                     *       "createdAt": "2026-01-10T14:00:00.000Z",
                     *       "updatedAt": "2026-01-12T09:00:00.000Z",
                     *       "draft": {
                     *         "timeZone": "America/Toronto",
                     *         "languages": [
                     *           "fr",
                     *           "en"
                     *         ],
                     *         "greeting": {
                     *           "fr": "Plomberie Lavoie, bonjour!",
                     *           "en": "Lavoie Plumbing, hello!"
                     *         },
                     *         "hours": {
                     *           "monday": [
                     *             {
                     *               "from": "08:00",
                     *               "to": "12:00"
                     *             },
                     *             {
                     *               "from": "13:00",
                     *               "to": "17:00"
                     *             }
                     *           ],
                     *           "tuesday": [
                     *             {
                     *               "from": "08:00",
                     *               "to": "12:00"
                     *             },
                     *             {
                     *               "from": "13:00",
                     *               "to": "17:00"
                     *             }
                     *           ],
                     *           "wednesday": [
                     *             {
                     *               "from": "08:00",
                     *               "to": "12:00"
                     *             },
                     *             {
                     *               "from": "13:00",
                     *               "to": "17:00"
                     *             }
                     *           ],
                     *           "thursday": [
                     *             {
                     *               "from": "08:00",
                     *               "to": "12:00"
                     *             },
                     *             {
                     *               "from": "13:00",
                     *               "to": "17:00"
                     *             }
                     *           ],
                     *           "friday": [
                     *             {
                     *               "from": "08:00",
                     *               "to": "12:00"
                     *             },
                     *             {
                     *               "from": "13:00",
                     *               "to": "17:00"
                     *             }
                     *           ],
                     *           "saturday": [
                     *             {
                     *               "from": "09:00",
                     *               "to": "12:00"
                     *             }
                     *           ],
                     *           "sunday": []
                     *         },
                     *         "holidays": "QC",
                     *         "specialDays": [
                     *           {
                     *             "date": "2026-12-24",
                     *             "intervals": [
                     *               {
                     *                 "from": "08:00",
                     *                 "to": "12:00"
                     *               }
                     *             ]
                     *           }
                     *         ],
                     *         "recording": "announced",
                     *         "start": {
                     *           "open": "assistant",
                     *           "closed": "assistant"
                     *         },
                     *         "steps": {
                     *           "assistant": {
                     *             "type": "assistant",
                     *             "otherwise": "menu"
                     *           },
                     *           "menu": {
                     *             "type": "menu",
                     *             "prompt": {
                     *               "fr": "Pour une urgence, faites le 1. Pour laisser un message, faites le 2.",
                     *               "en": "For an emergency, press 1. To leave a message, press 2."
                     *             },
                     *             "choices": {
                     *               "1": "on-call",
                     *               "2": "voicemail"
                     *             },
                     *             "otherwise": "voicemail"
                     *           },
                     *           "on-call": {
                     *             "type": "staff",
                     *             "rungs": [
                     *               {
                     *                 "name": "Luc Lavoie",
                     *                 "number": "+15145550111",
                     *                 "ringSeconds": 20
                     *               },
                     *               {
                     *                 "name": "Maude Girard",
                     *                 "number": "+15145550112",
                     *                 "ringSeconds": 20
                     *               },
                     *               {
                     *                 "name": "Bureau",
                     *                 "number": "+15145550113",
                     *                 "ringSeconds": 25,
                     *                 "during": "open"
                     *               }
                     *             ],
                     *             "otherwise": "voicemail"
                     *           },
                     *           "voicemail": {
                     *             "type": "voicemail"
                     *           }
                     *         },
                     *         "emergency": {
                     *           "words": {
                     *             "fr": [
                     *               "urgence",
                     *               "dégât d’eau",
                     *               "inondation",
                     *               "gaz",
                     *               "feu"
                     *             ],
                     *             "en": [
                     *               "emergency",
                     *               "flood",
                     *               "water damage",
                     *               "gas",
                     *               "fire"
                     *             ]
                     *           },
                     *           "step": "on-call"
                     *         },
                     *         "limits": {
                     *           "longestCallSeconds": 1800,
                     *           "longestSilenceSeconds": 30,
                     *           "fruitlessTurns": 3
                     *         }
                     *       },
                     *       "current": {
                     *         "version": 1,
                     *         "note": "Heures d’hiver",
                     *         "copyOf": null,
                     *         "publishedBy": "olivia@example.com",
                     *         "publishedAt": "2026-01-12T09:00:00.000Z",
                     *         "plan": {
                     *           "timeZone": "America/Toronto",
                     *           "languages": [
                     *             "fr",
                     *             "en"
                     *           ],
                     *           "greeting": {
                     *             "fr": "Plomberie Lavoie, bonjour!",
                     *             "en": "Lavoie Plumbing, hello!"
                     *           },
                     *           "hours": {
                     *             "monday": [
                     *               {
                     *                 "from": "08:00",
                     *                 "to": "12:00"
                     *               },
                     *               {
                     *                 "from": "13:00",
                     *                 "to": "17:00"
                     *               }
                     *             ],
                     *             "tuesday": [
                     *               {
                     *                 "from": "08:00",
                     *                 "to": "12:00"
                     *               },
                     *               {
                     *                 "from": "13:00",
                     *                 "to": "17:00"
                     *               }
                     *             ],
                     *             "wednesday": [
                     *               {
                     *                 "from": "08:00",
                     *                 "to": "12:00"
                     *               },
                     *               {
                     *                 "from": "13:00",
                     *                 "to": "17:00"
                     *               }
                     *             ],
                     *             "thursday": [
                     *               {
                     *                 "from": "08:00",
                     *                 "to": "12:00"
                     *               },
                     *               {
                     *                 "from": "13:00",
                     *                 "to": "17:00"
                     *               }
                     *             ],
                     *             "friday": [
                     *               {
                     *                 "from": "08:00",
                     *                 "to": "12:00"
                     *               },
                     *               {
                     *                 "from": "13:00",
                     *                 "to": "17:00"
                     *               }
                     *             ],
                     *             "saturday": [
                     *               {
                     *                 "from": "09:00",
                     *                 "to": "12:00"
                     *               }
                     *             ],
                     *             "sunday": []
                     *           },
                     *           "holidays": "QC",
                     *           "specialDays": [
                     *             {
                     *               "date": "2026-12-24",
                     *               "intervals": [
                     *                 {
                     *                   "from": "08:00",
                     *                   "to": "12:00"
                     *                 }
                     *               ]
                     *             }
                     *           ],
                     *           "recording": "announced",
                     *           "start": {
                     *             "open": "assistant",
                     *             "closed": "assistant"
                     *           },
                     *           "steps": {
                     *             "assistant": {
                     *               "type": "assistant",
                     *               "otherwise": "menu"
                     *             },
                     *             "menu": {
                     *               "type": "menu",
                     *               "prompt": {
                     *                 "fr": "Pour une urgence, faites le 1. Pour laisser un message, faites le 2.",
                     *                 "en": "For an emergency, press 1. To leave a message, press 2."
                     *               },
                     *               "choices": {
                     *                 "1": "on-call",
                     *                 "2": "voicemail"
                     *               },
                     *               "otherwise": "voicemail"
                     *             },
                     *             "on-call": {
                     *               "type": "staff",
                     *               "rungs": [
                     *                 {
                     *                   "name": "Luc Lavoie",
                     *                   "number": "+15145550111",
                     *                   "ringSeconds": 20
                     *                 },
                     *                 {
                     *                   "name": "Maude Girard",
                     *                   "number": "+15145550112",
                     *                   "ringSeconds": 20
                     *                 },
                     *                 {
                     *                   "name": "Bureau",
                     *                   "number": "+15145550113",
                     *                   "ringSeconds": 25,
                     *                   "during": "open"
                     *                 }
                     *               ],
                     *               "otherwise": "voicemail"
                     *             },
                     *             "voicemail": {
                     *               "type": "voicemail"
                     *             }
                     *           },
                     *           "emergency": {
                     *             "words": {
                     *               "fr": [
                     *                 "urgence",
                     *                 "dégât d’eau",
                     *                 "inondation",
                     *                 "gaz",
                     *                 "feu"
                     *               ],
                     *               "en": [
                     *                 "emergency",
                     *                 "flood",
                     *                 "water damage",
                     *                 "gas",
                     *                 "fire"
                     *               ]
                     *             },
                     *             "step": "on-call"
                     *           },
                     *           "limits": {
                     *             "longestCallSeconds": 1800,
                     *             "longestSilenceSeconds": 30,
                     *             "fruitlessTurns": 3
                     *           }
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["StoredAnsweringPlan"];
                };
            };
            /** @description Unchanged since the `ETag` in `If-None-Match` */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["request.invalid-request.malformed"];
            401: components["responses"]["auth.required"];
            403: components["responses"]["auth.forbidden"];
            404: components["responses"]["resource.not_found"];
            414: components["responses"]["request.uri_too_long"];
            429: components["responses"]["rate.limited"];
            431: components["responses"]["request.headers_too_large"];
            500: components["responses"]["internal"];
            503: components["responses"]["service.unavailable"];
        };
    };
    saveAnsweringDraft: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of what you have read: nothing that another client has saved since is lost, the answer is `resource.changed` then. `*` asks only that there is something. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description Its id */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "draft": {
                 *         "timeZone": "America/Toronto",
                 *         "languages": [
                 *           "fr",
                 *           "en"
                 *         ],
                 *         "greeting": {
                 *           "fr": "Plomberie Lavoie, bonjour!",
                 *           "en": "Lavoie Plumbing, hello!"
                 *         },
                 *         "hours": {
                 *           "monday": [
                 *             {
                 *               "from": "08:00",
                 *               "to": "12:00"
                 *             },
                 *             {
                 *               "from": "13:00",
                 *               "to": "17:00"
                 *             }
                 *           ],
                 *           "tuesday": [
                 *             {
                 *               "from": "08:00",
                 *               "to": "12:00"
                 *             },
                 *             {
                 *               "from": "13:00",
                 *               "to": "17:00"
                 *             }
                 *           ],
                 *           "wednesday": [
                 *             {
                 *               "from": "08:00",
                 *               "to": "12:00"
                 *             },
                 *             {
                 *               "from": "13:00",
                 *               "to": "17:00"
                 *             }
                 *           ],
                 *           "thursday": [
                 *             {
                 *               "from": "08:00",
                 *               "to": "12:00"
                 *             },
                 *             {
                 *               "from": "13:00",
                 *               "to": "17:00"
                 *             }
                 *           ],
                 *           "friday": [
                 *             {
                 *               "from": "08:00",
                 *               "to": "12:00"
                 *             },
                 *             {
                 *               "from": "13:00",
                 *               "to": "17:00"
                 *             }
                 *           ],
                 *           "saturday": [
                 *             {
                 *               "from": "09:00",
                 *               "to": "12:00"
                 *             }
                 *           ],
                 *           "sunday": []
                 *         },
                 *         "holidays": "QC",
                 *         "specialDays": [
                 *           {
                 *             "date": "2026-12-24",
                 *             "intervals": [
                 *               {
                 *                 "from": "08:00",
                 *                 "to": "12:00"
                 *               }
                 *             ]
                 *           }
                 *         ],
                 *         "recording": "announced",
                 *         "start": {
                 *           "open": "assistant",
                 *           "closed": "assistant"
                 *         },
                 *         "steps": {
                 *           "assistant": {
                 *             "type": "assistant",
                 *             "otherwise": "menu"
                 *           },
                 *           "menu": {
                 *             "type": "menu",
                 *             "prompt": {
                 *               "fr": "Pour une urgence, faites le 1. Pour laisser un message, faites le 2.",
                 *               "en": "For an emergency, press 1. To leave a message, press 2."
                 *             },
                 *             "choices": {
                 *               "1": "on-call",
                 *               "2": "voicemail"
                 *             },
                 *             "otherwise": "voicemail"
                 *           },
                 *           "on-call": {
                 *             "type": "staff",
                 *             "rungs": [
                 *               {
                 *                 "name": "Luc Lavoie",
                 *                 "number": "+15145550111",
                 *                 "ringSeconds": 20
                 *               },
                 *               {
                 *                 "name": "Maude Girard",
                 *                 "number": "+15145550112",
                 *                 "ringSeconds": 20
                 *               },
                 *               {
                 *                 "name": "Bureau",
                 *                 "number": "+15145550113",
                 *                 "ringSeconds": 25,
                 *                 "during": "open"
                 *               }
                 *             ],
                 *             "otherwise": "voicemail"
                 *           },
                 *           "voicemail": {
                 *             "type": "voicemail"
                 *           }
                 *         },
                 *         "emergency": {
                 *           "words": {
                 *             "fr": [
                 *               "urgence",
                 *               "dégât d’eau",
                 *               "inondation",
                 *               "gaz",
                 *               "feu"
                 *             ],
                 *             "en": [
                 *               "emergency",
                 *               "flood",
                 *               "water damage",
                 *               "gas",
                 *               "fire"
                 *             ]
                 *           },
                 *           "step": "on-call"
                 *         },
                 *         "limits": {
                 *           "longestCallSeconds": 1800,
                 *           "longestSilenceSeconds": 30,
                 *           "fruitlessTurns": 3
                 *         }
                 *       }
                 *     }
                 */
                "application/json": {
                    draft: components["schemas"]["AnsweringPlan"];
                };
            };
        };
        responses: {
            /** @description Save the draft of an answering plan */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019b7c3e-0000-7000-8000-0000000000a0",
                     *       "number": null,
                     *       "currentVersion": 1,
                     *       "latestVersion": 1,
                     *       "createdAt": "2026-01-10T14:00:00.000Z",
                     *       "updatedAt": "2026-01-12T09:00:00.000Z",
                     *       "draft": {
                     *         "timeZone": "America/Toronto",
                     *         "languages": [
                     *           "fr",
                     *           "en"
                     *         ],
                     *         "greeting": {
                     *           "fr": "Plomberie Lavoie, bonjour!",
                     *           "en": "Lavoie Plumbing, hello!"
                     *         },
                     *         "hours": {
                     *           "monday": [
                     *             {
                     *               "from": "08:00",
                     *               "to": "12:00"
                     *             },
                     *             {
                     *               "from": "13:00",
                     *               "to": "17:00"
                     *             }
                     *           ],
                     *           "tuesday": [
                     *             {
                     *               "from": "08:00",
                     *               "to": "12:00"
                     *             },
                     *             {
                     *               "from": "13:00",
                     *               "to": "17:00"
                     *             }
                     *           ],
                     *           "wednesday": [
                     *             {
                     *               "from": "08:00",
                     *               "to": "12:00"
                     *             },
                     *             {
                     *               "from": "13:00",
                     *               "to": "17:00"
                     *             }
                     *           ],
                     *           "thursday": [
                     *             {
                     *               "from": "08:00",
                     *               "to": "12:00"
                     *             },
                     *             {
                     *               "from": "13:00",
                     *               "to": "17:00"
                     *             }
                     *           ],
                     *           "friday": [
                     *             {
                     *               "from": "08:00",
                     *               "to": "12:00"
                     *             },
                     *             {
                     *               "from": "13:00",
                     *               "to": "17:00"
                     *             }
                     *           ],
                     *           "saturday": [
                     *             {
                     *               "from": "09:00",
                     *               "to": "12:00"
                     *             }
                     *           ],
                     *           "sunday": []
                     *         },
                     *         "holidays": "QC",
                     *         "specialDays": [
                     *           {
                     *             "date": "2026-12-24",
                     *             "intervals": [
                     *               {
                     *                 "from": "08:00",
                     *                 "to": "12:00"
                     *               }
                     *             ]
                     *           }
                     *         ],
                     *         "recording": "announced",
                     *         "start": {
                     *           "open": "assistant",
                     *           "closed": "assistant"
                     *         },
                     *         "steps": {
                     *           "assistant": {
                     *             "type": "assistant",
                     *             "otherwise": "menu"
                     *           },
                     *           "menu": {
                     *             "type": "menu",
                     *             "prompt": {
                     *               "fr": "Pour une urgence, faites le 1. Pour laisser un message, faites le 2.",
                     *               "en": "For an emergency, press 1. To leave a message, press 2."
                     *             },
                     *             "choices": {
                     *               "1": "on-call",
                     *               "2": "voicemail"
                     *             },
                     *             "otherwise": "voicemail"
                     *           },
                     *           "on-call": {
                     *             "type": "staff",
                     *             "rungs": [
                     *               {
                     *                 "name": "Luc Lavoie",
                     *                 "number": "+15145550111",
                     *                 "ringSeconds": 20
                     *               },
                     *               {
                     *                 "name": "Maude Girard",
                     *                 "number": "+15145550112",
                     *                 "ringSeconds": 20
                     *               },
                     *               {
                     *                 "name": "Bureau",
                     *                 "number": "+15145550113",
                     *                 "ringSeconds": 25,
                     *                 "during": "open"
                     *               }
                     *             ],
                     *             "otherwise": "voicemail"
                     *           },
                     *           "voicemail": {
                     *             "type": "voicemail"
                     *           }
                     *         },
                     *         "emergency": {
                     *           "words": {
                     *             "fr": [
                     *               "urgence",
                     *               "dégât d’eau",
                     *               "inondation",
                     *               "gaz",
                     *               "feu"
                     *             ],
                     *             "en": [
                     *               "emergency",
                     *               "flood",
                     *               "water damage",
                     *               "gas",
                     *               "fire"
                     *             ]
                     *           },
                     *           "step": "on-call"
                     *         },
                     *         "limits": {
                     *           "longestCallSeconds": 1800,
                     *           "longestSilenceSeconds": 30,
                     *           "fruitlessTurns": 3
                     *         }
                     *       },
                     *       "current": {
                     *         "version": 1,
                     *         "note": "Heures d’hiver",
                     *         "copyOf": null,
                     *         "publishedBy": "olivia@example.com",
                     *         "publishedAt": "2026-01-12T09:00:00.000Z",
                     *         "plan": {
                     *           "timeZone": "America/Toronto",
                     *           "languages": [
                     *             "fr",
                     *             "en"
                     *           ],
                     *           "greeting": {
                     *             "fr": "Plomberie Lavoie, bonjour!",
                     *             "en": "Lavoie Plumbing, hello!"
                     *           },
                     *           "hours": {
                     *             "monday": [
                     *               {
                     *                 "from": "08:00",
                     *                 "to": "12:00"
                     *               },
                     *               {
                     *                 "from": "13:00",
                     *                 "to": "17:00"
                     *               }
                     *             ],
                     *             "tuesday": [
                     *               {
                     *                 "from": "08:00",
                     *                 "to": "12:00"
                     *               },
                     *               {
                     *                 "from": "13:00",
                     *                 "to": "17:00"
                     *               }
                     *             ],
                     *             "wednesday": [
                     *               {
                     *                 "from": "08:00",
                     *                 "to": "12:00"
                     *               },
                     *               {
                     *                 "from": "13:00",
                     *                 "to": "17:00"
                     *               }
                     *             ],
                     *             "thursday": [
                     *               {
                     *                 "from": "08:00",
                     *                 "to": "12:00"
                     *               },
                     *               {
                     *                 "from": "13:00",
                     *                 "to": "17:00"
                     *               }
                     *             ],
                     *             "friday": [
                     *               {
                     *                 "from": "08:00",
                     *                 "to": "12:00"
                     *               },
                     *               {
                     *                 "from": "13:00",
                     *                 "to": "17:00"
                     *               }
                     *             ],
                     *             "saturday": [
                     *               {
                     *                 "from": "09:00",
                     *                 "to": "12:00"
                     *               }
                     *             ],
                     *             "sunday": []
                     *           },
                     *           "holidays": "QC",
                     *           "specialDays": [
                     *             {
                     *               "date": "2026-12-24",
                     *               "intervals": [
                     *                 {
                     *                   "from": "08:00",
                     *                   "to": "12:00"
                     *                 }
                     *               ]
                     *             }
                     *           ],
                     *           "recording": "announced",
                     *           "start": {
                     *             "open": "assistant",
                     *             "closed": "assistant"
                     *           },
                     *           "steps": {
                     *             "assistant": {
                     *               "type": "assistant",
                     *               "otherwise": "menu"
                     *             },
                     *             "menu": {
                     *               "type": "menu",
                     *               "prompt": {
                     *                 "fr": "Pour une urgence, faites le 1. Pour laisser un message, faites le 2.",
                     *                 "en": "For an emergency, press 1. To leave a message, press 2."
                     *               },
                     *               "choices": {
                     *                 "1": "on-call",
                     *                 "2": "voicemail"
                     *               },
                     *               "otherwise": "voicemail"
                     *             },
                     *             "on-call": {
                     *               "type": "staff",
                     *               "rungs": [
                     *                 {
                     *                   "name": "Luc Lavoie",
                     *                   "number": "+15145550111",
                     *                   "ringSeconds": 20
                     *                 },
                     *                 {
                     *                   "name": "Maude Girard",
                     *                   "number": "+15145550112",
                     *                   "ringSeconds": 20
                     *                 },
                     *                 {
                     *                   "name": "Bureau",
                     *                   "number": "+15145550113",
                     *                   "ringSeconds": 25,
                     *                   "during": "open"
                     *                 }
                     *               ],
                     *               "otherwise": "voicemail"
                     *             },
                     *             "voicemail": {
                     *               "type": "voicemail"
                     *             }
                     *           },
                     *           "emergency": {
                     *             "words": {
                     *               "fr": [
                     *                 "urgence",
                     *                 "dégât d’eau",
                     *                 "inondation",
                     *                 "gaz",
                     *                 "feu"
                     *               ],
                     *               "en": [
                     *                 "emergency",
                     *                 "flood",
                     *                 "water damage",
                     *                 "gas",
                     *                 "fire"
                     *               ]
                     *             },
                     *             "step": "on-call"
                     *           },
                     *           "limits": {
                     *             "longestCallSeconds": 1800,
                     *             "longestSilenceSeconds": 30,
                     *             "fruitlessTurns": 3
                     *           }
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["StoredAnsweringPlan"];
                };
            };
            400: components["responses"]["request.invalid-request.malformed"];
            401: components["responses"]["auth.required"];
            403: components["responses"]["auth.forbidden"];
            404: components["responses"]["resource.not_found"];
            408: components["responses"]["request.timeout"];
            412: components["responses"]["resource.changed"];
            413: components["responses"]["request.too_large"];
            414: components["responses"]["request.uri_too_long"];
            415: components["responses"]["request.unsupported_media_type"];
            429: components["responses"]["rate.limited"];
            431: components["responses"]["request.headers_too_large"];
            500: components["responses"]["internal"];
            503: components["responses"]["service.unavailable"];
        };
    };
    publishAnsweringPlan: {
        parameters: {
            query?: never;
            header?: {
                /** @description A random text of your own: a request that is repeated with it within 24 hours has the first answer again, with `Idempotent-Replayed: true`, and is not done twice. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The `ETag` of what you have read: nothing that another client has saved since is lost, the answer is `resource.changed` then. `*` asks only that there is something. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description Its id */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "note": "Heures d’hiver"
                 *     }
                 */
                "application/json": {
                    /**
                     * @description Why: the team reads it in the list
                     * @default
                     */
                    note?: string;
                };
            };
        };
        responses: {
            /** @description Publish the draft of an answering plan */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "version": 1,
                     *       "note": "Heures d’hiver",
                     *       "copyOf": null,
                     *       "publishedBy": "olivia@example.com",
                     *       "publishedAt": "2026-01-12T09:00:00.000Z",
                     *       "plan": {
                     *         "timeZone": "America/Toronto",
                     *         "languages": [
                     *           "fr",
                     *           "en"
                     *         ],
                     *         "greeting": {
                     *           "fr": "Plomberie Lavoie, bonjour!",
                     *           "en": "Lavoie Plumbing, hello!"
                     *         },
                     *         "hours": {
                     *           "monday": [
                     *             {
                     *               "from": "08:00",
                     *               "to": "12:00"
                     *             },
                     *             {
                     *               "from": "13:00",
                     *               "to": "17:00"
                     *             }
                     *           ],
                     *           "tuesday": [
                     *             {
                     *               "from": "08:00",
                     *               "to": "12:00"
                     *             },
                     *             {
                     *               "from": "13:00",
                     *               "to": "17:00"
                     *             }
                     *           ],
                     *           "wednesday": [
                     *             {
                     *               "from": "08:00",
                     *               "to": "12:00"
                     *             },
                     *             {
                     *               "from": "13:00",
                     *               "to": "17:00"
                     *             }
                     *           ],
                     *           "thursday": [
                     *             {
                     *               "from": "08:00",
                     *               "to": "12:00"
                     *             },
                     *             {
                     *               "from": "13:00",
                     *               "to": "17:00"
                     *             }
                     *           ],
                     *           "friday": [
                     *             {
                     *               "from": "08:00",
                     *               "to": "12:00"
                     *             },
                     *             {
                     *               "from": "13:00",
                     *               "to": "17:00"
                     *             }
                     *           ],
                     *           "saturday": [
                     *             {
                     *               "from": "09:00",
                     *               "to": "12:00"
                     *             }
                     *           ],
                     *           "sunday": []
                     *         },
                     *         "holidays": "QC",
                     *         "specialDays": [
                     *           {
                     *             "date": "2026-12-24",
                     *             "intervals": [
                     *               {
                     *                 "from": "08:00",
                     *                 "to": "12:00"
                     *               }
                     *             ]
                     *           }
                     *         ],
                     *         "recording": "announced",
                     *         "start": {
                     *           "open": "assistant",
                     *           "closed": "assistant"
                     *         },
                     *         "steps": {
                     *           "assistant": {
                     *             "type": "assistant",
                     *             "otherwise": "menu"
                     *           },
                     *           "menu": {
                     *             "type": "menu",
                     *             "prompt": {
                     *               "fr": "Pour une urgence, faites le 1. Pour laisser un message, faites le 2.",
                     *               "en": "For an emergency, press 1. To leave a message, press 2."
                     *             },
                     *             "choices": {
                     *               "1": "on-call",
                     *               "2": "voicemail"
                     *             },
                     *             "otherwise": "voicemail"
                     *           },
                     *           "on-call": {
                     *             "type": "staff",
                     *             "rungs": [
                     *               {
                     *                 "name": "Luc Lavoie",
                     *                 "number": "+15145550111",
                     *                 "ringSeconds": 20
                     *               },
                     *               {
                     *                 "name": "Maude Girard",
                     *                 "number": "+15145550112",
                     *                 "ringSeconds": 20
                     *               },
                     *               {
                     *                 "name": "Bureau",
                     *                 "number": "+15145550113",
                     *                 "ringSeconds": 25,
                     *                 "during": "open"
                     *               }
                     *             ],
                     *             "otherwise": "voicemail"
                     *           },
                     *           "voicemail": {
                     *             "type": "voicemail"
                     *           }
                     *         },
                     *         "emergency": {
                     *           "words": {
                     *             "fr": [
                     *               "urgence",
                     *               "dégât d’eau",
                     *               "inondation",
                     *               "gaz",
                     *               "feu"
                     *             ],
                     *             "en": [
                     *               "emergency",
                     *               "flood",
                     *               "water damage",
                     *               "gas",
                     *               "fire"
                     *             ]
                     *           },
                     *           "step": "on-call"
                     *         },
                     *         "limits": {
                     *           "longestCallSeconds": 1800,
                     *           "longestSilenceSeconds": 30,
                     *           "fruitlessTurns": 3
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["AnsweringVersion"];
                };
            };
            400: components["responses"]["request.invalid-request.malformed"];
            401: components["responses"]["auth.required"];
            403: components["responses"]["auth.forbidden"];
            404: components["responses"]["resource.not_found"];
            408: components["responses"]["request.timeout"];
            409: components["responses"]["idempotency.in_progress"];
            412: components["responses"]["resource.changed"];
            413: components["responses"]["request.too_large"];
            414: components["responses"]["request.uri_too_long"];
            415: components["responses"]["request.unsupported_media_type"];
            422: components["responses"]["idempotency.key_reused-answering.faulty"];
            429: components["responses"]["rate.limited"];
            431: components["responses"]["request.headers_too_large"];
            500: components["responses"]["internal"];
            503: components["responses"]["service.unavailable"];
        };
    };
    withdrawAnsweringPlan: {
        parameters: {
            query?: never;
            header?: {
                /** @description A random text of your own: a request that is repeated with it within 24 hours has the first answer again, with `Idempotent-Replayed: true`, and is not done twice. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Its id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Withdraw an answering plan */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019b7c3e-0000-7000-8000-0000000000a0",
                     *       "number": null,
                     *       "currentVersion": null,
                     *       "latestVersion": 1,
                     *       "createdAt": "2026-01-10T14:00:00.000Z",
                     *       "updatedAt": "2026-01-12T09:00:00.000Z",
                     *       "draft": {
                     *         "timeZone": "America/Toronto",
                     *         "languages": [
                     *           "fr",
                     *           "en"
                     *         ],
                     *         "greeting": {
                     *           "fr": "Plomberie Lavoie, bonjour!",
                     *           "en": "Lavoie Plumbing, hello!"
                     *         },
                     *         "hours": {
                     *           "monday": [
                     *             {
                     *               "from": "08:00",
                     *               "to": "12:00"
                     *             },
                     *             {
                     *               "from": "13:00",
                     *               "to": "17:00"
                     *             }
                     *           ],
                     *           "tuesday": [
                     *             {
                     *               "from": "08:00",
                     *               "to": "12:00"
                     *             },
                     *             {
                     *               "from": "13:00",
                     *               "to": "17:00"
                     *             }
                     *           ],
                     *           "wednesday": [
                     *             {
                     *               "from": "08:00",
                     *               "to": "12:00"
                     *             },
                     *             {
                     *               "from": "13:00",
                     *               "to": "17:00"
                     *             }
                     *           ],
                     *           "thursday": [
                     *             {
                     *               "from": "08:00",
                     *               "to": "12:00"
                     *             },
                     *             {
                     *               "from": "13:00",
                     *               "to": "17:00"
                     *             }
                     *           ],
                     *           "friday": [
                     *             {
                     *               "from": "08:00",
                     *               "to": "12:00"
                     *             },
                     *             {
                     *               "from": "13:00",
                     *               "to": "17:00"
                     *             }
                     *           ],
                     *           "saturday": [
                     *             {
                     *               "from": "09:00",
                     *               "to": "12:00"
                     *             }
                     *           ],
                     *           "sunday": []
                     *         },
                     *         "holidays": "QC",
                     *         "specialDays": [
                     *           {
                     *             "date": "2026-12-24",
                     *             "intervals": [
                     *               {
                     *                 "from": "08:00",
                     *                 "to": "12:00"
                     *               }
                     *             ]
                     *           }
                     *         ],
                     *         "recording": "announced",
                     *         "start": {
                     *           "open": "assistant",
                     *           "closed": "assistant"
                     *         },
                     *         "steps": {
                     *           "assistant": {
                     *             "type": "assistant",
                     *             "otherwise": "menu"
                     *           },
                     *           "menu": {
                     *             "type": "menu",
                     *             "prompt": {
                     *               "fr": "Pour une urgence, faites le 1. Pour laisser un message, faites le 2.",
                     *               "en": "For an emergency, press 1. To leave a message, press 2."
                     *             },
                     *             "choices": {
                     *               "1": "on-call",
                     *               "2": "voicemail"
                     *             },
                     *             "otherwise": "voicemail"
                     *           },
                     *           "on-call": {
                     *             "type": "staff",
                     *             "rungs": [
                     *               {
                     *                 "name": "Luc Lavoie",
                     *                 "number": "+15145550111",
                     *                 "ringSeconds": 20
                     *               },
                     *               {
                     *                 "name": "Maude Girard",
                     *                 "number": "+15145550112",
                     *                 "ringSeconds": 20
                     *               },
                     *               {
                     *                 "name": "Bureau",
                     *                 "number": "+15145550113",
                     *                 "ringSeconds": 25,
                     *                 "during": "open"
                     *               }
                     *             ],
                     *             "otherwise": "voicemail"
                     *           },
                     *           "voicemail": {
                     *             "type": "voicemail"
                     *           }
                     *         },
                     *         "emergency": {
                     *           "words": {
                     *             "fr": [
                     *               "urgence",
                     *               "dégât d’eau",
                     *               "inondation",
                     *               "gaz",
                     *               "feu"
                     *             ],
                     *             "en": [
                     *               "emergency",
                     *               "flood",
                     *               "water damage",
                     *               "gas",
                     *               "fire"
                     *             ]
                     *           },
                     *           "step": "on-call"
                     *         },
                     *         "limits": {
                     *           "longestCallSeconds": 1800,
                     *           "longestSilenceSeconds": 30,
                     *           "fruitlessTurns": 3
                     *         }
                     *       },
                     *       "current": null
                     *     }
                     */
                    "application/json": components["schemas"]["StoredAnsweringPlan"];
                };
            };
            400: components["responses"]["request.invalid-request.malformed"];
            401: components["responses"]["auth.required"];
            403: components["responses"]["auth.forbidden"];
            404: components["responses"]["resource.not_found"];
            409: components["responses"]["idempotency.in_progress-resource.conflict"];
            414: components["responses"]["request.uri_too_long"];
            422: components["responses"]["idempotency.key_reused"];
            429: components["responses"]["rate.limited"];
            431: components["responses"]["request.headers_too_large"];
            500: components["responses"]["internal"];
            503: components["responses"]["service.unavailable"];
        };
    };
    checkAnsweringPlan: {
        parameters: {
            query?: never;
            header?: {
                /** @description A random text of your own: a request that is repeated with it within 24 hours has the first answer again, with `Idempotent-Replayed: true`, and is not done twice. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "draft": {
                 *         "timeZone": "America/Toronto",
                 *         "languages": [
                 *           "fr",
                 *           "en"
                 *         ],
                 *         "greeting": {
                 *           "fr": "Plomberie Lavoie, bonjour!",
                 *           "en": "Lavoie Plumbing, hello!"
                 *         },
                 *         "hours": {
                 *           "monday": [
                 *             {
                 *               "from": "08:00",
                 *               "to": "12:00"
                 *             },
                 *             {
                 *               "from": "13:00",
                 *               "to": "17:00"
                 *             }
                 *           ],
                 *           "tuesday": [
                 *             {
                 *               "from": "08:00",
                 *               "to": "12:00"
                 *             },
                 *             {
                 *               "from": "13:00",
                 *               "to": "17:00"
                 *             }
                 *           ],
                 *           "wednesday": [
                 *             {
                 *               "from": "08:00",
                 *               "to": "12:00"
                 *             },
                 *             {
                 *               "from": "13:00",
                 *               "to": "17:00"
                 *             }
                 *           ],
                 *           "thursday": [
                 *             {
                 *               "from": "08:00",
                 *               "to": "12:00"
                 *             },
                 *             {
                 *               "from": "13:00",
                 *               "to": "17:00"
                 *             }
                 *           ],
                 *           "friday": [
                 *             {
                 *               "from": "08:00",
                 *               "to": "12:00"
                 *             },
                 *             {
                 *               "from": "13:00",
                 *               "to": "17:00"
                 *             }
                 *           ],
                 *           "saturday": [
                 *             {
                 *               "from": "09:00",
                 *               "to": "12:00"
                 *             }
                 *           ],
                 *           "sunday": []
                 *         },
                 *         "holidays": "QC",
                 *         "specialDays": [
                 *           {
                 *             "date": "2026-12-24",
                 *             "intervals": [
                 *               {
                 *                 "from": "08:00",
                 *                 "to": "12:00"
                 *               }
                 *             ]
                 *           }
                 *         ],
                 *         "recording": "announced",
                 *         "start": {
                 *           "open": "assistant",
                 *           "closed": "assistant"
                 *         },
                 *         "steps": {
                 *           "assistant": {
                 *             "type": "assistant",
                 *             "otherwise": "menu"
                 *           },
                 *           "menu": {
                 *             "type": "menu",
                 *             "prompt": {
                 *               "fr": "Pour une urgence, faites le 1. Pour laisser un message, faites le 2.",
                 *               "en": "For an emergency, press 1. To leave a message, press 2."
                 *             },
                 *             "choices": {
                 *               "1": "on-call",
                 *               "2": "voicemail"
                 *             },
                 *             "otherwise": "voicemail"
                 *           },
                 *           "on-call": {
                 *             "type": "staff",
                 *             "rungs": [
                 *               {
                 *                 "name": "Luc Lavoie",
                 *                 "number": "+15145550111",
                 *                 "ringSeconds": 20
                 *               },
                 *               {
                 *                 "name": "Maude Girard",
                 *                 "number": "+15145550112",
                 *                 "ringSeconds": 20
                 *               },
                 *               {
                 *                 "name": "Bureau",
                 *                 "number": "+15145550113",
                 *                 "ringSeconds": 25,
                 *                 "during": "open"
                 *               }
                 *             ],
                 *             "otherwise": "voicemail"
                 *           },
                 *           "voicemail": {
                 *             "type": "voicemail"
                 *           }
                 *         },
                 *         "emergency": {
                 *           "words": {
                 *             "fr": [
                 *               "urgence",
                 *               "dégât d’eau",
                 *               "inondation",
                 *               "gaz",
                 *               "feu"
                 *             ],
                 *             "en": [
                 *               "emergency",
                 *               "flood",
                 *               "water damage",
                 *               "gas",
                 *               "fire"
                 *             ]
                 *           },
                 *           "step": "on-call"
                 *         },
                 *         "limits": {
                 *           "longestCallSeconds": 1800,
                 *           "longestSilenceSeconds": 30,
                 *           "fruitlessTurns": 3
                 *         }
                 *       }
                 *     }
                 */
                "application/json": {
                    draft: components["schemas"]["AnsweringPlan"];
                };
            };
        };
        responses: {
            /** @description Check an answering plan */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "faults": []
                     *     }
                     */
                    "application/json": {
                        /** @description None: it can be published */
                        faults: components["schemas"]["AnsweringFault"][];
                    };
                };
            };
            400: components["responses"]["request.invalid-request.malformed"];
            401: components["responses"]["auth.required"];
            403: components["responses"]["auth.forbidden"];
            408: components["responses"]["request.timeout"];
            409: components["responses"]["idempotency.in_progress"];
            413: components["responses"]["request.too_large"];
            414: components["responses"]["request.uri_too_long"];
            415: components["responses"]["request.unsupported_media_type"];
            422: components["responses"]["idempotency.key_reused"];
            429: components["responses"]["rate.limited"];
            431: components["responses"]["request.headers_too_large"];
            500: components["responses"]["internal"];
            503: components["responses"]["service.unavailable"];
        };
    };
    previewAnswer: {
        parameters: {
            query?: never;
            header?: {
                /** @description A random text of your own: a request that is repeated with it within 24 hours has the first answer again, with `Idempotent-Replayed: true`, and is not done twice. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "at": "2026-01-15T14:30:00.000Z",
                 *       "caller": "+15145550142",
                 *       "replies": []
                 *     }
                 */
                "application/json": {
                    /** @description A plan that is not saved */
                    draft?: components["schemas"]["AnsweringPlan"];
                    /**
                     * Format: uuid
                     * @description The saved draft of this plan. Without both: what answers now
                     */
                    planId?: string;
                    /** @description The called number: its own plan, where it has one */
                    number?: string;
                    /** @description Who calls. Default: a withheld number */
                    caller?: string;
                    /**
                     * Format: date-time
                     * @description When the call comes in. Default: now
                     */
                    at?: string;
                    /**
                     * @description How each pause of the call ends, in order
                     * @default []
                     */
                    replies?: components["schemas"]["AnsweringReply"][];
                };
            };
        };
        responses: {
            /** @description Preview what a caller hears */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "moment": {
                     *         "date": "2026-01-15",
                     *         "weekday": "thursday",
                     *         "time": "09:30",
                     *         "holiday": null,
                     *         "open": true
                     *       },
                     *       "heard": [
                     *         {
                     *           "says": [
                     *             {
                     *               "language": "fr",
                     *               "text": "Plomberie Lavoie, bonjour!"
                     *             }
                     *           ],
                     *           "waitsFor": "dialAssistant",
                     *           "step": "assistant",
                     *           "number": null,
                     *           "seconds": 20
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        moment: {
                            /** Format: date */
                            date: string;
                            /** @enum {string} */
                            weekday: "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";
                            /** @description `HH:mm` on the clock of the business */
                            time: string;
                            holiday: string | null;
                            open: boolean;
                        };
                        heard: components["schemas"]["AnsweringHeard"][];
                    };
                };
            };
            400: components["responses"]["request.invalid-request.malformed"];
            401: components["responses"]["auth.required"];
            403: components["responses"]["auth.forbidden"];
            404: components["responses"]["resource.not_found"];
            408: components["responses"]["request.timeout"];
            409: components["responses"]["idempotency.in_progress"];
            413: components["responses"]["request.too_large"];
            414: components["responses"]["request.uri_too_long"];
            415: components["responses"]["request.unsupported_media_type"];
            422: components["responses"]["idempotency.key_reused"];
            429: components["responses"]["rate.limited"];
            431: components["responses"]["request.headers_too_large"];
            500: components["responses"]["internal"];
            503: components["responses"]["service.unavailable"];
        };
    };
    compareAnsweringVersions: {
        parameters: {
            query?: {
                /** @description A version, or `draft`. Default: the version that answers */
                from?: "draft" | number;
                /** @description A version, or `draft` */
                to?: "draft" | number;
            };
            header?: never;
            path: {
                /** @description Its id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Compare two versions of an answering plan */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "differences": [
                     *         {
                     *           "path": "hours.monday.0.from",
                     *           "before": "08:00",
                     *           "after": "07:30"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        differences: components["schemas"]["AnsweringDifference"][];
                    };
                };
            };
            /** @description Unchanged since the `ETag` in `If-None-Match` */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["request.invalid-request.malformed"];
            401: components["responses"]["auth.required"];
            403: components["responses"]["auth.forbidden"];
            404: components["responses"]["resource.not_found"];
            409: components["responses"]["resource.conflict"];
            414: components["responses"]["request.uri_too_long"];
            429: components["responses"]["rate.limited"];
            431: components["responses"]["request.headers_too_large"];
            500: components["responses"]["internal"];
            503: components["responses"]["service.unavailable"];
        };
    };
    listAnsweringVersions: {
        parameters: {
            query?: {
                /** @description From 1; ignored where a cursor is given */
                page?: number;
                /** @description Rows of a page */
                limit?: number;
                /** @description `nextCursor` of the page before; it goes on in the same order */
                cursor?: string;
                /** @description Whether to count all that fit the filters: by default only where no cursor is given */
                include_total?: "true" | "false";
                /** @description Descending with a minus; `-version` by default. Rows without a value come where the least value would */
                sort?: "version" | "-version";
            };
            header?: never;
            path: {
                /** @description Its id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List answering versions */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "version": 1,
                     *           "note": "Heures d’hiver",
                     *           "copyOf": null,
                     *           "publishedBy": "olivia@example.com",
                     *           "publishedAt": "2026-01-12T09:00:00.000Z"
                     *         }
                     *       ],
                     *       "pagination": {
                     *         "page": 1,
                     *         "limit": 20,
                     *         "total": 1,
                     *         "totalPages": 1,
                     *         "nextCursor": null
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["AnsweringVersionSummary"][];
                        pagination: components["schemas"]["Pagination"];
                    };
                };
            };
            /** @description Unchanged since the `ETag` in `If-None-Match` */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["request.invalid-request.malformed"];
            401: components["responses"]["auth.required"];
            403: components["responses"]["auth.forbidden"];
            404: components["responses"]["resource.not_found"];
            414: components["responses"]["request.uri_too_long"];
            429: components["responses"]["rate.limited"];
            431: components["responses"]["request.headers_too_large"];
            500: components["responses"]["internal"];
            503: components["responses"]["service.unavailable"];
        };
    };
    exportAnsweringVersions: {
        parameters: {
            query?: {
                /** @description Descending with a minus; `-version` by default. Rows without a value come where the least value would */
                sort?: "version" | "-version";
                /** @description Between cells. Excel expects semicolons where the decimal sign is a comma, as in French; numbers then have it, too */
                delimiter?: "comma" | "semicolon";
            };
            header?: never;
            path: {
                /** @description Its id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Export answering versions */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example version,note,copyOf,publishedBy,publishedAt
                     *     1,Heures d’hiver,,olivia@example.com,2026-01-12T09:00:00.000Z
                     */
                    "text/csv": string;
                };
            };
            400: components["responses"]["request.invalid-request.malformed"];
            401: components["responses"]["auth.required"];
            403: components["responses"]["auth.forbidden"];
            404: components["responses"]["resource.not_found"];
            414: components["responses"]["request.uri_too_long"];
            429: components["responses"]["rate.limited"];
            431: components["responses"]["request.headers_too_large"];
            500: components["responses"]["internal"];
            503: components["responses"]["service.unavailable"];
        };
    };
    getAnsweringVersion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the plan */
                id: string;
                /** @description Its number */
                version: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Get a version of an answering plan */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "version": 1,
                     *       "note": "Heures d’hiver",
                     *       "copyOf": null,
                     *       "publishedBy": "olivia@example.com",
                     *       "publishedAt": "2026-01-12T09:00:00.000Z",
                     *       "plan": {
                     *         "timeZone": "America/Toronto",
                     *         "languages": [
                     *           "fr",
                     *           "en"
                     *         ],
                     *         "greeting": {
                     *           "fr": "Plomberie Lavoie, bonjour!",
                     *           "en": "Lavoie Plumbing, hello!"
                     *         },
                     *         "hours": {
                     *           "monday": [
                     *             {
                     *               "from": "08:00",
                     *               "to": "12:00"
                     *             },
                     *             {
                     *               "from": "13:00",
                     *               "to": "17:00"
                     *             }
                     *           ],
                     *           "tuesday": [
                     *             {
                     *               "from": "08:00",
                     *               "to": "12:00"
                     *             },
                     *             {
                     *               "from": "13:00",
                     *               "to": "17:00"
                     *             }
                     *           ],
                     *           "wednesday": [
                     *             {
                     *               "from": "08:00",
                     *               "to": "12:00"
                     *             },
                     *             {
                     *               "from": "13:00",
                     *               "to": "17:00"
                     *             }
                     *           ],
                     *           "thursday": [
                     *             {
                     *               "from": "08:00",
                     *               "to": "12:00"
                     *             },
                     *             {
                     *               "from": "13:00",
                     *               "to": "17:00"
                     *             }
                     *           ],
                     *           "friday": [
                     *             {
                     *               "from": "08:00",
                     *               "to": "12:00"
                     *             },
                     *             {
                     *               "from": "13:00",
                     *               "to": "17:00"
                     *             }
                     *           ],
                     *           "saturday": [
                     *             {
                     *               "from": "09:00",
                     *               "to": "12:00"
                     *             }
                     *           ],
                     *           "sunday": []
                     *         },
                     *         "holidays": "QC",
                     *         "specialDays": [
                     *           {
                     *             "date": "2026-12-24",
                     *             "intervals": [
                     *               {
                     *                 "from": "08:00",
                     *                 "to": "12:00"
                     *               }
                     *             ]
                     *           }
                     *         ],
                     *         "recording": "announced",
                     *         "start": {
                     *           "open": "assistant",
                     *           "closed": "assistant"
                     *         },
                     *         "steps": {
                     *           "assistant": {
                     *             "type": "assistant",
                     *             "otherwise": "menu"
                     *           },
                     *           "menu": {
                     *             "type": "menu",
                     *             "prompt": {
                     *               "fr": "Pour une urgence, faites le 1. Pour laisser un message, faites le 2.",
                     *               "en": "For an emergency, press 1. To leave a message, press 2."
                     *             },
                     *             "choices": {
                     *               "1": "on-call",
                     *               "2": "voicemail"
                     *             },
                     *             "otherwise": "voicemail"
                     *           },
                     *           "on-call": {
                     *             "type": "staff",
                     *             "rungs": [
                     *               {
                     *                 "name": "Luc Lavoie",
                     *                 "number": "+15145550111",
                     *                 "ringSeconds": 20
                     *               },
                     *               {
                     *                 "name": "Maude Girard",
                     *                 "number": "+15145550112",
                     *                 "ringSeconds": 20
                     *               },
                     *               {
                     *                 "name": "Bureau",
                     *                 "number": "+15145550113",
                     *                 "ringSeconds": 25,
                     *                 "during": "open"
                     *               }
                     *             ],
                     *             "otherwise": "voicemail"
                     *           },
                     *           "voicemail": {
                     *             "type": "voicemail"
                     *           }
                     *         },
                     *         "emergency": {
                     *           "words": {
                     *             "fr": [
                     *               "urgence",
                     *               "dégât d’eau",
                     *               "inondation",
                     *               "gaz",
                     *               "feu"
                     *             ],
                     *             "en": [
                     *               "emergency",
                     *               "flood",
                     *               "water damage",
                     *               "gas",
                     *               "fire"
                     *             ]
                     *           },
                     *           "step": "on-call"
                     *         },
                     *         "limits": {
                     *           "longestCallSeconds": 1800,
                     *           "longestSilenceSeconds": 30,
                     *           "fruitlessTurns": 3
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["AnsweringVersion"];
                };
            };
            /** @description Unchanged since the `ETag` in `If-None-Match` */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["request.invalid-request.malformed"];
            401: components["responses"]["auth.required"];
            403: components["responses"]["auth.forbidden"];
            404: components["responses"]["resource.not_found"];
            414: components["responses"]["request.uri_too_long"];
            429: components["responses"]["rate.limited"];
            431: components["responses"]["request.headers_too_large"];
            500: components["responses"]["internal"];
            503: components["responses"]["service.unavailable"];
        };
    };
    publishAnsweringVersionAgain: {
        parameters: {
            query?: never;
            header?: {
                /** @description A random text of your own: a request that is repeated with it within 24 hours has the first answer again, with `Idempotent-Replayed: true`, and is not done twice. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id of the plan */
                id: string;
                /** @description Its number */
                version: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "note": "Comme avant"
                 *     }
                 */
                "application/json": {
                    /**
                     * @description Why: the team reads it in the list
                     * @default
                     */
                    note?: string;
                };
            };
        };
        responses: {
            /** @description Publish an earlier version of an answering plan again */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "version": 3,
                     *       "note": "Comme avant",
                     *       "copyOf": 1,
                     *       "publishedBy": "olivia@example.com",
                     *       "publishedAt": "2026-01-12T09:00:00.000Z",
                     *       "plan": {
                     *         "timeZone": "America/Toronto",
                     *         "languages": [
                     *           "fr",
                     *           "en"
                     *         ],
                     *         "greeting": {
                     *           "fr": "Plomberie Lavoie, bonjour!",
                     *           "en": "Lavoie Plumbing, hello!"
                     *         },
                     *         "hours": {
                     *           "monday": [
                     *             {
                     *               "from": "08:00",
                     *               "to": "12:00"
                     *             },
                     *             {
                     *               "from": "13:00",
                     *               "to": "17:00"
                     *             }
                     *           ],
                     *           "tuesday": [
                     *             {
                     *               "from": "08:00",
                     *               "to": "12:00"
                     *             },
                     *             {
                     *               "from": "13:00",
                     *               "to": "17:00"
                     *             }
                     *           ],
                     *           "wednesday": [
                     *             {
                     *               "from": "08:00",
                     *               "to": "12:00"
                     *             },
                     *             {
                     *               "from": "13:00",
                     *               "to": "17:00"
                     *             }
                     *           ],
                     *           "thursday": [
                     *             {
                     *               "from": "08:00",
                     *               "to": "12:00"
                     *             },
                     *             {
                     *               "from": "13:00",
                     *               "to": "17:00"
                     *             }
                     *           ],
                     *           "friday": [
                     *             {
                     *               "from": "08:00",
                     *               "to": "12:00"
                     *             },
                     *             {
                     *               "from": "13:00",
                     *               "to": "17:00"
                     *             }
                     *           ],
                     *           "saturday": [
                     *             {
                     *               "from": "09:00",
                     *               "to": "12:00"
                     *             }
                     *           ],
                     *           "sunday": []
                     *         },
                     *         "holidays": "QC",
                     *         "specialDays": [
                     *           {
                     *             "date": "2026-12-24",
                     *             "intervals": [
                     *               {
                     *                 "from": "08:00",
                     *                 "to": "12:00"
                     *               }
                     *             ]
                     *           }
                     *         ],
                     *         "recording": "announced",
                     *         "start": {
                     *           "open": "assistant",
                     *           "closed": "assistant"
                     *         },
                     *         "steps": {
                     *           "assistant": {
                     *             "type": "assistant",
                     *             "otherwise": "menu"
                     *           },
                     *           "menu": {
                     *             "type": "menu",
                     *             "prompt": {
                     *               "fr": "Pour une urgence, faites le 1. Pour laisser un message, faites le 2.",
                     *               "en": "For an emergency, press 1. To leave a message, press 2."
                     *             },
                     *             "choices": {
                     *               "1": "on-call",
                     *               "2": "voicemail"
                     *             },
                     *             "otherwise": "voicemail"
                     *           },
                     *           "on-call": {
                     *             "type": "staff",
                     *             "rungs": [
                     *               {
                     *                 "name": "Luc Lavoie",
                     *                 "number": "+15145550111",
                     *                 "ringSeconds": 20
                     *               },
                     *               {
                     *                 "name": "Maude Girard",
                     *                 "number": "+15145550112",
                     *                 "ringSeconds": 20
                     *               },
                     *               {
                     *                 "name": "Bureau",
                     *                 "number": "+15145550113",
                     *                 "ringSeconds": 25,
                     *                 "during": "open"
                     *               }
                     *             ],
                     *             "otherwise": "voicemail"
                     *           },
                     *           "voicemail": {
                     *             "type": "voicemail"
                     *           }
                     *         },
                     *         "emergency": {
                     *           "words": {
                     *             "fr": [
                     *               "urgence",
                     *               "dégât d’eau",
                     *               "inondation",
                     *               "gaz",
                     *               "feu"
                     *             ],
                     *             "en": [
                     *               "emergency",
                     *               "flood",
                     *               "water damage",
                     *               "gas",
                     *               "fire"
                     *             ]
                     *           },
                     *           "step": "on-call"
                     *         },
                     *         "limits": {
                     *           "longestCallSeconds": 1800,
                     *           "longestSilenceSeconds": 30,
                     *           "fruitlessTurns": 3
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["AnsweringVersion"];
                };
            };
            400: components["responses"]["request.invalid-request.malformed"];
            401: components["responses"]["auth.required"];
            403: components["responses"]["auth.forbidden"];
            404: components["responses"]["resource.not_found"];
            408: components["responses"]["request.timeout"];
            409: components["responses"]["idempotency.in_progress"];
            413: components["responses"]["request.too_large"];
            414: components["responses"]["request.uri_too_long"];
            415: components["responses"]["request.unsupported_media_type"];
            422: components["responses"]["idempotency.key_reused-answering.faulty"];
            429: components["responses"]["rate.limited"];
            431: components["responses"]["request.headers_too_large"];
            500: components["responses"]["internal"];
            503: components["responses"]["service.unavailable"];
        };
    };
    getAnsweringOverride: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Get the override that holds now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "override": {
                     *         "id": "019b7c3e-0000-7000-8000-0000000000b0",
                     *         "kind": "closed",
                     *         "number": null,
                     *         "until": "2026-01-15T19:00:00.000Z",
                     *         "reason": "Dégât d’eau au bureau",
                     *         "source": "user",
                     *         "setBy": "olivia@example.com",
                     *         "createdAt": "2026-01-15T14:00:00.000Z"
                     *       }
                     *     }
                     */
                    "application/json": {
                        /** @description Null where the plans hold */
                        override: components["schemas"]["AnsweringOverride"] | null;
                    };
                };
            };
            /** @description Unchanged since the `ETag` in `If-None-Match` */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["request.invalid-request.malformed"];
            401: components["responses"]["auth.required"];
            403: components["responses"]["auth.forbidden"];
            414: components["responses"]["request.uri_too_long"];
            429: components["responses"]["rate.limited"];
            431: components["responses"]["request.headers_too_large"];
            500: components["responses"]["internal"];
            503: components["responses"]["service.unavailable"];
        };
    };
    setAnsweringOverride: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "kind": "closed",
                 *       "until": "2026-01-15T19:00:00.000Z",
                 *       "reason": "Dégât d’eau au bureau"
                 *     }
                 */
                "application/json": components["schemas"]["NewAnsweringOverride"];
            };
        };
        responses: {
            /** @description Set an override */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019b7c3e-0000-7000-8000-0000000000b0",
                     *       "kind": "closed",
                     *       "number": null,
                     *       "until": "2026-01-15T19:00:00.000Z",
                     *       "reason": "Dégât d’eau au bureau",
                     *       "source": "user",
                     *       "setBy": "olivia@example.com",
                     *       "createdAt": "2026-01-15T14:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["AnsweringOverride"];
                };
            };
            400: components["responses"]["request.invalid-request.malformed"];
            401: components["responses"]["auth.required"];
            403: components["responses"]["auth.forbidden"];
            408: components["responses"]["request.timeout"];
            413: components["responses"]["request.too_large"];
            414: components["responses"]["request.uri_too_long"];
            415: components["responses"]["request.unsupported_media_type"];
            429: components["responses"]["rate.limited"];
            431: components["responses"]["request.headers_too_large"];
            500: components["responses"]["internal"];
            503: components["responses"]["service.unavailable"];
        };
    };
    endAnsweringOverride: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description End the override */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["request.invalid-request.malformed"];
            401: components["responses"]["auth.required"];
            403: components["responses"]["auth.forbidden"];
            404: components["responses"]["resource.not_found"];
            414: components["responses"]["request.uri_too_long"];
            429: components["responses"]["rate.limited"];
            431: components["responses"]["request.headers_too_large"];
            500: components["responses"]["internal"];
            503: components["responses"]["service.unavailable"];
        };
    };
    listStuckWebhooks: {
        parameters: {
            query?: {
                /** @description From 1; ignored where a cursor is given */
                page?: number;
                /** @description Rows of a page */
                limit?: number;
                /** @description `nextCursor` of the page before; it goes on in the same order */
                cursor?: string;
                /** @description Whether to count all that fit the filters: by default only where no cursor is given */
                include_total?: "true" | "false";
                /** @description Descending with a minus; `-receivedAt` by default. Rows without a value come where the least value would */
                sort?: "receivedAt" | "-receivedAt";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List stuck webhooks */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "019b7c3e-0000-7000-8000-000000000003",
                     *           "provider": "vapi",
                     *           "eventType": "end-of-call-report",
                     *           "externalCallId": "CA0123456789abcdef0123456789abcdef",
                     *           "receivedAt": "2026-01-15T10:30:00.120Z",
                     *           "attempts": 6,
                     *           "error": "Blob data size exceeds limit.",
                     *           "nextAttemptAt": "2026-01-15T10:35:00.120Z"
                     *         }
                     *       ],
                     *       "pagination": {
                     *         "page": 1,
                     *         "limit": 20,
                     *         "total": 1,
                     *         "totalPages": 1,
                     *         "nextCursor": null
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["StuckWebhook"][];
                        pagination: components["schemas"]["Pagination"];
                    };
                };
            };
            /** @description Unchanged since the `ETag` in `If-None-Match` */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["request.invalid-request.malformed"];
            401: components["responses"]["auth.required"];
            403: components["responses"]["auth.forbidden"];
            414: components["responses"]["request.uri_too_long"];
            429: components["responses"]["rate.limited"];
            431: components["responses"]["request.headers_too_large"];
            500: components["responses"]["internal"];
            503: components["responses"]["service.unavailable"];
        };
    };
    exportStuckWebhooks: {
        parameters: {
            query?: {
                /** @description Descending with a minus; `-receivedAt` by default. Rows without a value come where the least value would */
                sort?: "receivedAt" | "-receivedAt";
                /** @description Between cells. Excel expects semicolons where the decimal sign is a comma, as in French; numbers then have it, too */
                delimiter?: "comma" | "semicolon";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Export stuck webhooks */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example id,provider,eventType,externalCallId,receivedAt,attempts,error,nextAttemptAt
                     *     019b7c3e-0000-7000-8000-000000000003,vapi,end-of-call-report,CA0123456789abcdef0123456789abcdef,2026-01-15T10:30:00.120Z,6,Blob data size exceeds limit.,2026-01-15T10:35:00.120Z
                     */
                    "text/csv": string;
                };
            };
            400: components["responses"]["request.invalid-request.malformed"];
            401: components["responses"]["auth.required"];
            403: components["responses"]["auth.forbidden"];
            414: components["responses"]["request.uri_too_long"];
            429: components["responses"]["rate.limited"];
            431: components["responses"]["request.headers_too_large"];
            500: components["responses"]["internal"];
            503: components["responses"]["service.unavailable"];
        };
    };
    retryStuckWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description A random text of your own: a request that is repeated with it within 24 hours has the first answer again, with `Idempotent-Replayed: true`, and is not done twice. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Its id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Retry a stuck webhook */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019b7c3e-0000-7000-8000-000000000003",
                     *       "provider": "vapi",
                     *       "eventType": "end-of-call-report",
                     *       "externalCallId": "CA0123456789abcdef0123456789abcdef",
                     *       "receivedAt": "2026-01-15T10:30:00.120Z",
                     *       "attempts": 6,
                     *       "error": "Blob data size exceeds limit.",
                     *       "nextAttemptAt": "2026-01-15T10:31:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["StuckWebhook"];
                };
            };
            400: components["responses"]["request.invalid-request.malformed"];
            401: components["responses"]["auth.required"];
            403: components["responses"]["auth.forbidden"];
            404: components["responses"]["resource.not_found"];
            409: components["responses"]["idempotency.in_progress-resource.conflict"];
            414: components["responses"]["request.uri_too_long"];
            422: components["responses"]["idempotency.key_reused"];
            429: components["responses"]["rate.limited"];
            431: components["responses"]["request.headers_too_large"];
            500: components["responses"]["internal"];
            503: components["responses"]["service.unavailable"];
        };
    };
    getDeliveryStatistics: {
        parameters: {
            query?: {
                /** @description At most 30 days ago; a day ago by default */
                since?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Get delivery statistics */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "since": "2026-01-14T10:30:00.000Z",
                     *       "endpoints": [
                     *         {
                     *           "endpointId": "019b7c40-0000-7000-8000-000000000003",
                     *           "url": "https://n8n.example.com/webhook/calls",
                     *           "disabledAt": null,
                     *           "deliveries": {
                     *             "pending": 0,
                     *             "retrying": 1,
                     *             "delivered": 240,
                     *             "dead": 0,
                     *             "held": 0
                     *           },
                     *           "oldestWaitingAt": "2026-01-15T10:26:35.400Z",
                     *           "attempts": 243,
                     *           "successRate": 0.988,
                     *           "medianDurationMs": 84,
                     *           "p95DurationMs": 310
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        /**
                         * Format: date-time
                         * @example 2026-01-15T10:30:00.000Z
                         */
                        since: string;
                        /** @description Oldest first */
                        endpoints: components["schemas"]["EndpointStats"][];
                    };
                };
            };
            /** @description Unchanged since the `ETag` in `If-None-Match` */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["request.invalid-request.malformed"];
            401: components["responses"]["auth.required"];
            403: components["responses"]["auth.forbidden"];
            414: components["responses"]["request.uri_too_long"];
            429: components["responses"]["rate.limited"];
            431: components["responses"]["request.headers_too_large"];
            500: components["responses"]["internal"];
            503: components["responses"]["service.unavailable"];
        };
    };
    listDeliveries: {
        parameters: {
            query?: {
                /** @description From this day (in the tenant's time zone) or this instant on */
                startDate?: string;
                /** @description Until the end of this day (in the tenant's time zone), or until this instant */
                endDate?: string;
                /** @description Status of the delivery; several with commas: pending, retrying, delivered, dead, held */
                status?: string;
                /** @description Such as `call.ended`; several with commas */
                eventType?: string;
                /** @description The endpoint that they go to */
                endpointId?: string;
                /** @description The provider's id of the call */
                externalCallId?: string;
                /** @description From 1; ignored where a cursor is given */
                page?: number;
                /** @description Rows of a page */
                limit?: number;
                /** @description `nextCursor` of the page before; it goes on in the same order */
                cursor?: string;
                /** @description Whether to count all that fit the filters: by default only where no cursor is given */
                include_total?: "true" | "false";
                /** @description Descending with a minus; `-createdAt` by default. Rows without a value come where the least value would */
                sort?: "createdAt" | "-createdAt" | "deliveredAt" | "-deliveredAt" | "nextAttemptAt" | "-nextAttemptAt" | "attempts" | "-attempts";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List deliveries */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "019b7c40-0000-7000-8000-000000000002",
                     *           "endpointId": "019b7c40-0000-7000-8000-000000000003",
                     *           "eventId": "CA0123456789abcdef0123456789abcdef:call-ended",
                     *           "eventType": "call.ended",
                     *           "externalCallId": "CA0123456789abcdef0123456789abcdef",
                     *           "status": "delivered",
                     *           "attempts": 1,
                     *           "nextAttemptAt": null,
                     *           "deliveredAt": "2026-01-15T10:30:09.394Z",
                     *           "formerUrl": null,
                     *           "lastError": null,
                     *           "lastErrorCode": null,
                     *           "lastErrorParams": null,
                     *           "createdAt": "2026-01-15T10:30:09.210Z",
                     *           "attemptLog": [
                     *             {
                     *               "attempt": 1,
                     *               "url": "https://n8n.example.com/webhook/calls",
                     *               "responseStatus": 200,
                     *               "error": null,
                     *               "errorCode": null,
                     *               "errorParams": null,
                     *               "durationMs": 84,
                     *               "attemptedAt": "2026-01-15T10:30:09.310Z"
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "pagination": {
                     *         "page": 1,
                     *         "limit": 20,
                     *         "total": 1,
                     *         "totalPages": 1,
                     *         "nextCursor": null
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Delivery"][];
                        pagination: components["schemas"]["Pagination"];
                    };
                };
            };
            /** @description Unchanged since the `ETag` in `If-None-Match` */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["request.invalid-request.malformed"];
            401: components["responses"]["auth.required"];
            403: components["responses"]["auth.forbidden"];
            414: components["responses"]["request.uri_too_long"];
            429: components["responses"]["rate.limited"];
            431: components["responses"]["request.headers_too_large"];
            500: components["responses"]["internal"];
            503: components["responses"]["service.unavailable"];
        };
    };
    exportDeliveries: {
        parameters: {
            query?: {
                /** @description From this day (in the tenant's time zone) or this instant on */
                startDate?: string;
                /** @description Until the end of this day (in the tenant's time zone), or until this instant */
                endDate?: string;
                /** @description Status of the delivery; several with commas: pending, retrying, delivered, dead, held */
                status?: string;
                /** @description Such as `call.ended`; several with commas */
                eventType?: string;
                /** @description The endpoint that they go to */
                endpointId?: string;
                /** @description The provider's id of the call */
                externalCallId?: string;
                /** @description Descending with a minus; `-createdAt` by default. Rows without a value come where the least value would */
                sort?: "createdAt" | "-createdAt" | "deliveredAt" | "-deliveredAt" | "nextAttemptAt" | "-nextAttemptAt" | "attempts" | "-attempts";
                /** @description Between cells. Excel expects semicolons where the decimal sign is a comma, as in French; numbers then have it, too */
                delimiter?: "comma" | "semicolon";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Export deliveries */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example id,endpointId,eventId,eventType,externalCallId,status,attempts,nextAttemptAt,deliveredAt,formerUrl,lastError,createdAt
                     *     019b7c40-0000-7000-8000-000000000002,019b7c40-0000-7000-8000-000000000003,CA0123456789abcdef0123456789abcdef:call-ended,call.ended,CA0123456789abcdef0123456789abcdef,delivered,1,,2026-01-15T10:30:09.394Z,,,2026-01-15T10:30:09.210Z
                     */
                    "text/csv": string;
                };
            };
            400: components["responses"]["request.invalid-request.malformed"];
            401: components["responses"]["auth.required"];
            403: components["responses"]["auth.forbidden"];
            414: components["responses"]["request.uri_too_long"];
            429: components["responses"]["rate.limited"];
            431: components["responses"]["request.headers_too_large"];
            500: components["responses"]["internal"];
            503: components["responses"]["service.unavailable"];
        };
    };
    getDelivery: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Get a delivery */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019b7c40-0000-7000-8000-000000000002",
                     *       "endpointId": "019b7c40-0000-7000-8000-000000000003",
                     *       "eventId": "CA0123456789abcdef0123456789abcdef:call-ended",
                     *       "eventType": "call.ended",
                     *       "externalCallId": "CA0123456789abcdef0123456789abcdef",
                     *       "status": "delivered",
                     *       "attempts": 1,
                     *       "nextAttemptAt": null,
                     *       "deliveredAt": "2026-01-15T10:30:09.394Z",
                     *       "formerUrl": null,
                     *       "lastError": null,
                     *       "lastErrorCode": null,
                     *       "lastErrorParams": null,
                     *       "createdAt": "2026-01-15T10:30:09.210Z",
                     *       "attemptLog": [
                     *         {
                     *           "attempt": 1,
                     *           "url": "https://n8n.example.com/webhook/calls",
                     *           "responseStatus": 200,
                     *           "error": null,
                     *           "errorCode": null,
                     *           "errorParams": null,
                     *           "durationMs": 84,
                     *           "attemptedAt": "2026-01-15T10:30:09.310Z",
                     *           "responseBody": "{\"message\":\"Workflow was started\"}"
                     *         }
                     *       ],
                     *       "body": "{\"eventType\":\"call.ended\"}"
                     *     }
                     */
                    "application/json": components["schemas"]["DeliveryDetail"];
                };
            };
            /** @description Unchanged since the `ETag` in `If-None-Match` */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["request.invalid-request.malformed"];
            401: components["responses"]["auth.required"];
            403: components["responses"]["auth.forbidden"];
            404: components["responses"]["resource.not_found"];
            414: components["responses"]["request.uri_too_long"];
            429: components["responses"]["rate.limited"];
            431: components["responses"]["request.headers_too_large"];
            500: components["responses"]["internal"];
            503: components["responses"]["service.unavailable"];
        };
    };
    retryDeliveries: {
        parameters: {
            query?: never;
            header?: {
                /** @description A random text of your own: a request that is repeated with it within 24 hours has the first answer again, with `Idempotent-Replayed: true`, and is not done twice. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "status": [
                 *         "dead"
                 *       ]
                 *     }
                 */
                "application/json": {
                    /**
                     * Format: uuid
                     * @description Default: all endpoints
                     */
                    endpointId?: string;
                    status: ("waiting" | "dead" | "held")[];
                    /**
                     * Format: date-time
                     * @description Events from then on. At most, and by default, 14 days back
                     */
                    since?: string;
                    /**
                     * Format: date-time
                     * @description Events before then. Default: now
                     */
                    until?: string;
                    /** @description Default: all that the endpoint wants */
                    eventTypes?: ("call.started" | "call.answered" | "call.transferred" | "call.ended" | "call.analyzed" | "recording.ready" | "message.received" | "message.sent" | "message.failed" | "booking.created" | "booking.rescheduled" | "booking.cancelled" | "work_item.created" | "work_item.overdue" | "work_item.done" | "work_item.cancelled" | "number.added" | "number.removed" | "endpoint.disabled" | "usage.recorded")[];
                };
            };
        };
        responses: {
            /** @description Retry deliveries */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019b7c40-0000-7000-8000-000000000005",
                     *       "endpointId": null,
                     *       "status": "running",
                     *       "startedAt": "2026-01-15T10:30:00.000Z",
                     *       "endedAt": null,
                     *       "total": 0,
                     *       "lookedAt": 0,
                     *       "queued": 0,
                     *       "delivered": 0,
                     *       "failed": 0
                     *     }
                     */
                    "application/json": components["schemas"]["Recovery"];
                };
            };
            400: components["responses"]["request.invalid-request.malformed"];
            401: components["responses"]["auth.required"];
            403: components["responses"]["auth.forbidden"];
            404: components["responses"]["resource.not_found"];
            408: components["responses"]["request.timeout"];
            409: components["responses"]["idempotency.in_progress-resource.conflict"];
            413: components["responses"]["request.too_large"];
            414: components["responses"]["request.uri_too_long"];
            415: components["responses"]["request.unsupported_media_type"];
            422: components["responses"]["idempotency.key_reused"];
            429: components["responses"]["rate.limited"];
            431: components["responses"]["request.headers_too_large"];
            500: components["responses"]["internal"];
            503: components["responses"]["service.unavailable"];
        };
    };
    retryDelivery: {
        parameters: {
            query?: never;
            header?: {
                /** @description A random text of your own: a request that is repeated with it within 24 hours has the first answer again, with `Idempotent-Replayed: true`, and is not done twice. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Its id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Retry a delivery */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019b7c40-0000-7000-8000-000000000002",
                     *       "endpointId": "019b7c40-0000-7000-8000-000000000003",
                     *       "eventId": "CA0123456789abcdef0123456789abcdef:call-ended",
                     *       "eventType": "call.ended",
                     *       "externalCallId": "CA0123456789abcdef0123456789abcdef",
                     *       "status": "pending",
                     *       "attempts": 1,
                     *       "nextAttemptAt": "2026-01-15T11:00:00.000Z",
                     *       "deliveredAt": "2026-01-15T10:30:09.394Z",
                     *       "formerUrl": null,
                     *       "lastError": null,
                     *       "lastErrorCode": null,
                     *       "lastErrorParams": null,
                     *       "createdAt": "2026-01-15T10:30:09.210Z",
                     *       "attemptLog": [
                     *         {
                     *           "attempt": 1,
                     *           "url": "https://n8n.example.com/webhook/calls",
                     *           "responseStatus": 200,
                     *           "error": null,
                     *           "errorCode": null,
                     *           "errorParams": null,
                     *           "durationMs": 84,
                     *           "attemptedAt": "2026-01-15T10:30:09.310Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Delivery"];
                };
            };
            400: components["responses"]["request.invalid-request.malformed"];
            401: components["responses"]["auth.required"];
            403: components["responses"]["auth.forbidden"];
            404: components["responses"]["resource.not_found"];
            409: components["responses"]["idempotency.in_progress-resource.conflict"];
            414: components["responses"]["request.uri_too_long"];
            422: components["responses"]["idempotency.key_reused"];
            429: components["responses"]["rate.limited"];
            431: components["responses"]["request.headers_too_large"];
            500: components["responses"]["internal"];
            503: components["responses"]["service.unavailable"];
        };
    };
    listRecoveries: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List recoveries */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "019b7c40-0000-7000-8000-000000000005",
                     *           "endpointId": "019b7c40-0000-7000-8000-000000000003",
                     *           "status": "running",
                     *           "startedAt": "2026-01-15T10:30:00.000Z",
                     *           "endedAt": null,
                     *           "total": 300,
                     *           "lookedAt": 200,
                     *           "queued": 200,
                     *           "delivered": 198,
                     *           "failed": 2
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Recovery"][];
                    };
                };
            };
            /** @description Unchanged since the `ETag` in `If-None-Match` */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["request.invalid-request.malformed"];
            401: components["responses"]["auth.required"];
            403: components["responses"]["auth.forbidden"];
            414: components["responses"]["request.uri_too_long"];
            429: components["responses"]["rate.limited"];
            431: components["responses"]["request.headers_too_large"];
            500: components["responses"]["internal"];
            503: components["responses"]["service.unavailable"];
        };
    };
    sendEndpointWhatItHasMissed: {
        parameters: {
            query?: never;
            header?: {
                /** @description A random text of your own: a request that is repeated with it within 24 hours has the first answer again, with `Idempotent-Replayed: true`, and is not done twice. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "endpointId": "019b7c40-0000-7000-8000-000000000003",
                 *       "since": "2026-01-15T08:00:00.000Z"
                 *     }
                 */
                "application/json": {
                    /** Format: uuid */
                    endpointId: string;
                    /**
                     * Format: date-time
                     * @description Events from then on; within the last 14 days
                     */
                    since: string;
                    /**
                     * Format: date-time
                     * @description Events before then. Default: now
                     */
                    until?: string;
                    /** @description Default: all that the endpoint wants */
                    eventTypes?: ("call.started" | "call.answered" | "call.transferred" | "call.ended" | "call.analyzed" | "recording.ready" | "message.received" | "message.sent" | "message.failed" | "booking.created" | "booking.rescheduled" | "booking.cancelled" | "work_item.created" | "work_item.overdue" | "work_item.done" | "work_item.cancelled" | "number.added" | "number.removed" | "endpoint.disabled" | "usage.recorded")[];
                    /** @description `missing`: never queued for it; `waiting`: for its next attempt, which it has now; `dead`: given up; `held`: its endpoint was disabled. Default: all */
                    status?: ("missing" | "waiting" | "dead" | "held")[];
                    /** @description Also events that the endpoint has taken before, with the same `webhook-id` */
                    resend?: boolean;
                };
            };
        };
        responses: {
            /** @description Send an endpoint what it has missed */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019b7c40-0000-7000-8000-000000000005",
                     *       "endpointId": "019b7c40-0000-7000-8000-000000000003",
                     *       "status": "running",
                     *       "startedAt": "2026-01-15T10:30:00.000Z",
                     *       "endedAt": null,
                     *       "total": 0,
                     *       "lookedAt": 0,
                     *       "queued": 0,
                     *       "delivered": 0,
                     *       "failed": 0
                     *     }
                     */
                    "application/json": components["schemas"]["Recovery"];
                };
            };
            400: components["responses"]["request.invalid-request.malformed"];
            401: components["responses"]["auth.required"];
            403: components["responses"]["auth.forbidden"];
            404: components["responses"]["resource.not_found"];
            408: components["responses"]["request.timeout"];
            409: components["responses"]["idempotency.in_progress-resource.conflict"];
            413: components["responses"]["request.too_large"];
            414: components["responses"]["request.uri_too_long"];
            415: components["responses"]["request.unsupported_media_type"];
            422: components["responses"]["idempotency.key_reused"];
            429: components["responses"]["rate.limited"];
            431: components["responses"]["request.headers_too_large"];
            500: components["responses"]["internal"];
            503: components["responses"]["service.unavailable"];
        };
    };
    getRecovery: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Get a recovery */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019b7c40-0000-7000-8000-000000000005",
                     *       "endpointId": "019b7c40-0000-7000-8000-000000000003",
                     *       "status": "running",
                     *       "startedAt": "2026-01-15T10:30:00.000Z",
                     *       "endedAt": null,
                     *       "total": 300,
                     *       "lookedAt": 200,
                     *       "queued": 200,
                     *       "delivered": 198,
                     *       "failed": 2
                     *     }
                     */
                    "application/json": components["schemas"]["Recovery"];
                };
            };
            /** @description Unchanged since the `ETag` in `If-None-Match` */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["request.invalid-request.malformed"];
            401: components["responses"]["auth.required"];
            403: components["responses"]["auth.forbidden"];
            404: components["responses"]["resource.not_found"];
            414: components["responses"]["request.uri_too_long"];
            429: components["responses"]["rate.limited"];
            431: components["responses"]["request.headers_too_large"];
            500: components["responses"]["internal"];
            503: components["responses"]["service.unavailable"];
        };
    };
    cancelRecovery: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Cancel a recovery */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019b7c40-0000-7000-8000-000000000005",
                     *       "endpointId": "019b7c40-0000-7000-8000-000000000003",
                     *       "status": "running",
                     *       "startedAt": "2026-01-15T10:30:00.000Z",
                     *       "endedAt": null,
                     *       "total": 300,
                     *       "lookedAt": 200,
                     *       "queued": 200,
                     *       "delivered": 198,
                     *       "failed": 2
                     *     }
                     */
                    "application/json": components["schemas"]["Recovery"];
                };
            };
            400: components["responses"]["request.invalid-request.malformed"];
            401: components["responses"]["auth.required"];
            403: components["responses"]["auth.forbidden"];
            404: components["responses"]["resource.not_found"];
            414: components["responses"]["request.uri_too_long"];
            429: components["responses"]["rate.limited"];
            431: components["responses"]["request.headers_too_large"];
            500: components["responses"]["internal"];
            503: components["responses"]["service.unavailable"];
        };
    };
    listEndpoints: {
        parameters: {
            query?: {
                /** @description Whether events are sent there; several with commas: enabled, disabled */
                status?: string;
                /** @description From 1; ignored where a cursor is given */
                page?: number;
                /** @description Rows of a page */
                limit?: number;
                /** @description `nextCursor` of the page before; it goes on in the same order */
                cursor?: string;
                /** @description Whether to count all that fit the filters: by default only where no cursor is given */
                include_total?: "true" | "false";
                /** @description Descending with a minus; `-createdAt` by default. Rows without a value come where the least value would */
                sort?: "createdAt" | "-createdAt" | "url" | "-url";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List endpoints */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "019b7c40-0000-7000-8000-000000000003",
                     *           "url": "https://n8n.example.com/webhook/calls",
                     *           "description": "Bookings to the calendar",
                     *           "eventTypes": [
                     *             "call.ended",
                     *             "call.analyzed"
                     *           ],
                     *           "headers": {
                     *             "Authorization": "****5a1c"
                     *           },
                     *           "rateLimitPerSecond": 20,
                     *           "isDefault": false,
                     *           "status": "enabled",
                     *           "disabledAt": null,
                     *           "disabledBecause": null,
                     *           "failingSince": null,
                     *           "previousSecretUntil": null,
                     *           "createdAt": "2026-01-15T10:30:00.000Z"
                     *         }
                     *       ],
                     *       "pagination": {
                     *         "page": 1,
                     *         "limit": 20,
                     *         "total": 1,
                     *         "totalPages": 1,
                     *         "nextCursor": null
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Endpoint"][];
                        pagination: components["schemas"]["Pagination"];
                    };
                };
            };
            /** @description Unchanged since the `ETag` in `If-None-Match` */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["request.invalid-request.malformed"];
            401: components["responses"]["auth.required"];
            403: components["responses"]["auth.forbidden"];
            414: components["responses"]["request.uri_too_long"];
            429: components["responses"]["rate.limited"];
            431: components["responses"]["request.headers_too_large"];
            500: components["responses"]["internal"];
            503: components["responses"]["service.unavailable"];
        };
    };
    createEndpoint: {
        parameters: {
            query?: never;
            header?: {
                /** @description A random text of your own: a request that is repeated with it within 24 hours has the first answer again, with `Idempotent-Replayed: true`, and is not done twice. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "url": "https://n8n.example.com/webhook/calls",
                 *       "description": "Bookings to the calendar",
                 *       "eventTypes": [
                 *         "call.ended",
                 *         "call.analyzed"
                 *       ],
                 *       "headers": {
                 *         "Authorization": "Bearer an-example-5a1c"
                 *       },
                 *       "rateLimitPerSecond": 20
                 *     }
                 */
                "application/json": {
                    /**
                     * Format: uri
                     * @description Receives each event by POST. Public addresses only, by https
                     */
                    url: string;
                    /** @default  */
                    description?: string;
                    /**
                     * @description Events that the endpoint receives; null is all, also those of types to come
                     * @default null
                     */
                    eventTypes?: ("call.started" | "call.answered" | "call.transferred" | "call.ended" | "call.analyzed" | "recording.ready" | "message.received" | "message.sent" | "message.failed" | "booking.created" | "booking.rescheduled" | "booking.cancelled" | "work_item.created" | "work_item.overdue" | "work_item.done" | "work_item.cancelled" | "number.added" | "number.removed" | "endpoint.disabled" | "usage.recorded")[] | null;
                    /**
                     * @description Sent with each delivery. Signature, content type, user agent and the like cannot be set
                     * @default {}
                     */
                    headers?: {
                        [key: string]: string;
                    };
                    /**
                     * @description Requests a second; null is as fast as they come
                     * @default null
                     */
                    rateLimitPerSecond?: number | null;
                    /** @description A secret of your own, to keep one that a receiver knows already. Default: a new one */
                    secret?: string;
                };
            };
        };
        responses: {
            /** @description Create an endpoint */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019b7c40-0000-7000-8000-000000000003",
                     *       "url": "https://n8n.example.com/webhook/calls",
                     *       "description": "Bookings to the calendar",
                     *       "eventTypes": [
                     *         "call.ended",
                     *         "call.analyzed"
                     *       ],
                     *       "headers": {
                     *         "Authorization": "****5a1c"
                     *       },
                     *       "rateLimitPerSecond": 20,
                     *       "isDefault": false,
                     *       "status": "enabled",
                     *       "disabledAt": null,
                     *       "disabledBecause": null,
                     *       "failingSince": null,
                     *       "previousSecretUntil": null,
                     *       "createdAt": "2026-01-15T10:30:00.000Z",
                     *       "secret": "whsec_YW4gZXhhbXBsZSwgYW5kIG5vIHNlY3JldCBhdCBhbGw="
                     *     }
                     */
                    "application/json": components["schemas"]["CreatedEndpoint"];
                };
            };
            400: components["responses"]["request.invalid-request.malformed"];
            401: components["responses"]["auth.required"];
            403: components["responses"]["auth.forbidden"];
            408: components["responses"]["request.timeout"];
            409: components["responses"]["idempotency.in_progress-resource.conflict"];
            413: components["responses"]["request.too_large"];
            414: components["responses"]["request.uri_too_long"];
            415: components["responses"]["request.unsupported_media_type"];
            422: components["responses"]["idempotency.key_reused"];
            429: components["responses"]["rate.limited"];
            431: components["responses"]["request.headers_too_large"];
            500: components["responses"]["internal"];
            503: components["responses"]["service.unavailable"];
        };
    };
    exportEndpoints: {
        parameters: {
            query?: {
                /** @description Whether events are sent there; several with commas: enabled, disabled */
                status?: string;
                /** @description Descending with a minus; `-createdAt` by default. Rows without a value come where the least value would */
                sort?: "createdAt" | "-createdAt" | "url" | "-url";
                /** @description Between cells. Excel expects semicolons where the decimal sign is a comma, as in French; numbers then have it, too */
                delimiter?: "comma" | "semicolon";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Export endpoints */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example id,url,description,eventTypes,rateLimitPerSecond,isDefault,status,disabledAt,disabledBecause,failingSince,previousSecretUntil,createdAt
                     *     019b7c40-0000-7000-8000-000000000003,https://n8n.example.com/webhook/calls,Bookings to the calendar,"[""call.ended"",""call.analyzed""]",20,false,enabled,,,,,2026-01-15T10:30:00.000Z
                     */
                    "text/csv": string;
                };
            };
            400: components["responses"]["request.invalid-request.malformed"];
            401: components["responses"]["auth.required"];
            403: components["responses"]["auth.forbidden"];
            414: components["responses"]["request.uri_too_long"];
            429: components["responses"]["rate.limited"];
            431: components["responses"]["request.headers_too_large"];
            500: components["responses"]["internal"];
            503: components["responses"]["service.unavailable"];
        };
    };
    getEndpoint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Get an endpoint */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019b7c40-0000-7000-8000-000000000003",
                     *       "url": "https://n8n.example.com/webhook/calls",
                     *       "description": "Bookings to the calendar",
                     *       "eventTypes": [
                     *         "call.ended",
                     *         "call.analyzed"
                     *       ],
                     *       "headers": {
                     *         "Authorization": "****5a1c"
                     *       },
                     *       "rateLimitPerSecond": 20,
                     *       "isDefault": false,
                     *       "status": "enabled",
                     *       "disabledAt": null,
                     *       "disabledBecause": null,
                     *       "failingSince": null,
                     *       "previousSecretUntil": null,
                     *       "createdAt": "2026-01-15T10:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Endpoint"];
                };
            };
            /** @description Unchanged since the `ETag` in `If-None-Match` */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["request.invalid-request.malformed"];
            401: components["responses"]["auth.required"];
            403: components["responses"]["auth.forbidden"];
            404: components["responses"]["resource.not_found"];
            414: components["responses"]["request.uri_too_long"];
            429: components["responses"]["rate.limited"];
            431: components["responses"]["request.headers_too_large"];
            500: components["responses"]["internal"];
            503: components["responses"]["service.unavailable"];
        };
    };
    deleteEndpoint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Delete an endpoint */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["request.invalid-request.malformed"];
            401: components["responses"]["auth.required"];
            403: components["responses"]["auth.forbidden"];
            404: components["responses"]["resource.not_found"];
            414: components["responses"]["request.uri_too_long"];
            429: components["responses"]["rate.limited"];
            431: components["responses"]["request.headers_too_large"];
            500: components["responses"]["internal"];
            503: components["responses"]["service.unavailable"];
        };
    };
    changeEndpoint: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of what you have read: nothing that another client has saved since is lost, the answer is `resource.changed` then. `*` asks only that there is something. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description Its id */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "eventTypes": [
                 *         "call.ended",
                 *         "call.analyzed"
                 *       ],
                 *       "rateLimitPerSecond": 20
                 *     }
                 */
                "application/json": {
                    /**
                     * Format: uri
                     * @description Receives each event by POST. Public addresses only, by https
                     */
                    url?: string;
                    description?: string;
                    /** @description Events that the endpoint receives; null is all, also those of types to come */
                    eventTypes?: ("call.started" | "call.answered" | "call.transferred" | "call.ended" | "call.analyzed" | "recording.ready" | "message.received" | "message.sent" | "message.failed" | "booking.created" | "booking.rescheduled" | "booking.cancelled" | "work_item.created" | "work_item.overdue" | "work_item.done" | "work_item.cancelled" | "number.added" | "number.removed" | "endpoint.disabled" | "usage.recorded")[] | null;
                    /** @description Replaces all headers. A value sent back masked, as it was shown, stays as it is */
                    headers?: {
                        [key: string]: string;
                    };
                    /** @description Requests a second; null is as fast as they come */
                    rateLimitPerSecond?: number | null;
                    /** @description False holds its events; true lets the endpoint receive the events to come */
                    enabled?: boolean;
                };
            };
        };
        responses: {
            /** @description Change an endpoint */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019b7c40-0000-7000-8000-000000000003",
                     *       "url": "https://n8n.example.com/webhook/calls",
                     *       "description": "Bookings to the calendar",
                     *       "eventTypes": [
                     *         "call.ended",
                     *         "call.analyzed"
                     *       ],
                     *       "headers": {
                     *         "Authorization": "****5a1c"
                     *       },
                     *       "rateLimitPerSecond": 20,
                     *       "isDefault": false,
                     *       "status": "enabled",
                     *       "disabledAt": null,
                     *       "disabledBecause": null,
                     *       "failingSince": null,
                     *       "previousSecretUntil": null,
                     *       "createdAt": "2026-01-15T10:30:00.000Z",
                     *       "waiting": 23,
                     *       "missed": 0
                     *     }
                     */
                    "application/json": components["schemas"]["ChangedEndpoint"];
                };
            };
            400: components["responses"]["request.invalid-request.malformed"];
            401: components["responses"]["auth.required"];
            403: components["responses"]["auth.forbidden"];
            404: components["responses"]["resource.not_found"];
            408: components["responses"]["request.timeout"];
            412: components["responses"]["resource.changed"];
            413: components["responses"]["request.too_large"];
            414: components["responses"]["request.uri_too_long"];
            415: components["responses"]["request.unsupported_media_type"];
            429: components["responses"]["rate.limited"];
            431: components["responses"]["request.headers_too_large"];
            500: components["responses"]["internal"];
            503: components["responses"]["service.unavailable"];
        };
    };
    showEndpointSecret: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Show an endpoint's secret */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "secret": "whsec_YW4gZXhhbXBsZSwgYW5kIG5vIHNlY3JldCBhdCBhbGw=",
                     *       "previousSecretUntil": null
                     *     }
                     */
                    "application/json": {
                        /** @description Signs what is sent there */
                        secret: string;
                        /** @description Until then an earlier secret signs too */
                        previousSecretUntil: string | null;
                    };
                };
            };
            400: components["responses"]["request.invalid-request.malformed"];
            401: components["responses"]["auth.required"];
            403: components["responses"]["auth.forbidden"];
            404: components["responses"]["resource.not_found"];
            414: components["responses"]["request.uri_too_long"];
            429: components["responses"]["rate.limited"];
            431: components["responses"]["request.headers_too_large"];
            500: components["responses"]["internal"];
            503: components["responses"]["service.unavailable"];
        };
    };
    rotateEndpointSecret: {
        parameters: {
            query?: never;
            header?: {
                /** @description A random text of your own: a request that is repeated with it within 24 hours has the first answer again, with `Idempotent-Replayed: true`, and is not done twice. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Its id */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "overlapHours": 24
                 *     }
                 */
                "application/json": {
                    /** @description A secret of your own. Default: a new one */
                    secret?: string;
                    /**
                     * @description For so long the earlier secret signs too; 0 for a secret that has leaked: then only the new one signs
                     * @default 24
                     */
                    overlapHours?: number;
                };
            };
        };
        responses: {
            /** @description Rotate an endpoint's secret */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "secret": "whsec_YW4gZXhhbXBsZSwgYW5kIG5vIHNlY3JldCBhdCBhbGw=",
                     *       "previousSecretUntil": "2026-01-16T10:30:00.000Z"
                     *     }
                     */
                    "application/json": {
                        /** @description Signs what is sent there */
                        secret: string;
                        /** @description Until then an earlier secret signs too */
                        previousSecretUntil: string | null;
                    };
                };
            };
            400: components["responses"]["request.invalid-request.malformed"];
            401: components["responses"]["auth.required"];
            403: components["responses"]["auth.forbidden"];
            404: components["responses"]["resource.not_found"];
            408: components["responses"]["request.timeout"];
            409: components["responses"]["idempotency.in_progress"];
            413: components["responses"]["request.too_large"];
            414: components["responses"]["request.uri_too_long"];
            415: components["responses"]["request.unsupported_media_type"];
            422: components["responses"]["idempotency.key_reused"];
            429: components["responses"]["rate.limited"];
            431: components["responses"]["request.headers_too_large"];
            500: components["responses"]["internal"];
            503: components["responses"]["service.unavailable"];
        };
    };
    sendTestEventToEndpoint: {
        parameters: {
            query?: never;
            header?: {
                /** @description A random text of your own: a request that is repeated with it within 24 hours has the first answer again, with `Idempotent-Replayed: true`, and is not done twice. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Its id */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "eventType": "call.ended"
                 *     }
                 */
                "application/json": {
                    /**
                     * @default call.ended
                     * @enum {string}
                     */
                    eventType?: "call.started" | "call.answered" | "call.transferred" | "call.ended" | "call.analyzed" | "recording.ready" | "message.received" | "message.sent" | "message.failed" | "booking.created" | "booking.rescheduled" | "booking.cancelled" | "work_item.created" | "work_item.overdue" | "work_item.done" | "work_item.cancelled" | "number.added" | "number.removed" | "endpoint.disabled" | "usage.recorded";
                };
            };
        };
        responses: {
            /** @description Send a test event to an endpoint */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "deliveryId": "019b7c40-0000-7000-8000-000000000002"
                     *     }
                     */
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description Also the `webhook-id` header
                         */
                        deliveryId: string;
                    };
                };
            };
            400: components["responses"]["request.invalid-request.malformed"];
            401: components["responses"]["auth.required"];
            403: components["responses"]["auth.forbidden"];
            404: components["responses"]["resource.not_found"];
            408: components["responses"]["request.timeout"];
            409: components["responses"]["idempotency.in_progress-resource.conflict"];
            413: components["responses"]["request.too_large"];
            414: components["responses"]["request.uri_too_long"];
            415: components["responses"]["request.unsupported_media_type"];
            422: components["responses"]["idempotency.key_reused"];
            429: components["responses"]["rate.limited"];
            431: components["responses"]["request.headers_too_large"];
            500: components["responses"]["internal"];
            503: components["responses"]["service.unavailable"];
        };
    };
    listEventTypes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List event types */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "eventType": "usage.recorded",
                     *           "version": 1,
                     *           "description": "What the calls that began on a day added up to, some six hours after its end. None for a day without calls.",
                     *           "availability": "sent",
                     *           "schema": {
                     *             "$schema": "https://json-schema.org/draft/2020-12/schema",
                     *             "type": "object",
                     *             "properties": {
                     *               "eventId": {
                     *                 "type": "string",
                     *                 "description": "The same each time that the event is delivered: count events by it"
                     *               },
                     *               "eventType": {
                     *                 "type": "string",
                     *                 "const": "usage.recorded"
                     *               },
                     *               "timestamp": {
                     *                 "type": "string",
                     *                 "format": "date-time",
                     *                 "pattern": "^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))T(?:(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?(?:Z))$",
                     *                 "description": "When it happened"
                     *               },
                     *               "sequence": {
                     *                 "description": "Place of the event among those of its call; absent outside a call",
                     *                 "type": "integer",
                     *                 "minimum": 1,
                     *                 "maximum": 9007199254740991
                     *               },
                     *               "data": {
                     *                 "type": "object",
                     *                 "properties": {
                     *                   "date": {
                     *                     "type": "string",
                     *                     "format": "date",
                     *                     "pattern": "^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))$",
                     *                     "description": "The day, where the business is"
                     *                   },
                     *                   "timeZone": {
                     *                     "type": "string",
                     *                     "maxLength": 64,
                     *                     "description": "IANA name: days begin and end there"
                     *                   },
                     *                   "totalCalls": {
                     *                     "type": "integer",
                     *                     "minimum": -9007199254740991,
                     *                     "maximum": 9007199254740991
                     *                   },
                     *                   "inboundCalls": {
                     *                     "type": "integer",
                     *                     "minimum": -9007199254740991,
                     *                     "maximum": 9007199254740991
                     *                   },
                     *                   "outboundCalls": {
                     *                     "type": "integer",
                     *                     "minimum": -9007199254740991,
                     *                     "maximum": 9007199254740991
                     *                   },
                     *                   "aiHandledCalls": {
                     *                     "type": "integer",
                     *                     "minimum": -9007199254740991,
                     *                     "maximum": 9007199254740991
                     *                   },
                     *                   "bookedCalls": {
                     *                     "type": "integer",
                     *                     "minimum": -9007199254740991,
                     *                     "maximum": 9007199254740991
                     *                   },
                     *                   "missedCalls": {
                     *                     "type": "integer",
                     *                     "minimum": -9007199254740991,
                     *                     "maximum": 9007199254740991
                     *                   },
                     *                   "transferredCalls": {
                     *                     "type": "integer",
                     *                     "minimum": -9007199254740991,
                     *                     "maximum": 9007199254740991
                     *                   },
                     *                   "voicemailCalls": {
                     *                     "type": "integer",
                     *                     "minimum": -9007199254740991,
                     *                     "maximum": 9007199254740991
                     *                   },
                     *                   "durationSeconds": {
                     *                     "type": "integer",
                     *                     "minimum": -9007199254740991,
                     *                     "maximum": 9007199254740991
                     *                   },
                     *                   "billedMinutes": {
                     *                     "type": "integer",
                     *                     "minimum": -9007199254740991,
                     *                     "maximum": 9007199254740991
                     *                   },
                     *                   "providerCostCents": {
                     *                     "type": "number",
                     *                     "description": "US cents, with fractions"
                     *                   },
                     *                   "test": {
                     *                     "description": "In a test event, which a user or a program asked for",
                     *                     "type": "boolean",
                     *                     "const": true
                     *                   }
                     *                 },
                     *                 "required": [
                     *                   "date",
                     *                   "timeZone",
                     *                   "totalCalls",
                     *                   "inboundCalls",
                     *                   "outboundCalls",
                     *                   "aiHandledCalls",
                     *                   "bookedCalls",
                     *                   "missedCalls",
                     *                   "transferredCalls",
                     *                   "voicemailCalls",
                     *                   "durationSeconds",
                     *                   "billedMinutes",
                     *                   "providerCostCents"
                     *                 ]
                     *               },
                     *               "signature": {
                     *                 "type": "string",
                     *                 "description": "`sha256=` and HMAC-SHA256 of the text of `data` by the secret. The headers carry the better one"
                     *               }
                     *             },
                     *             "required": [
                     *               "eventId",
                     *               "eventType",
                     *               "timestamp",
                     *               "data",
                     *               "signature"
                     *             ]
                     *           },
                     *           "example": {
                     *             "eventId": "usage:2026-01-14",
                     *             "eventType": "usage.recorded",
                     *             "timestamp": "2026-01-15T10:30:09.210Z",
                     *             "data": {
                     *               "date": "2026-01-14",
                     *               "timeZone": "America/Toronto",
                     *               "totalCalls": 42,
                     *               "inboundCalls": 40,
                     *               "outboundCalls": 2,
                     *               "aiHandledCalls": 35,
                     *               "bookedCalls": 12,
                     *               "missedCalls": 3,
                     *               "transferredCalls": 4,
                     *               "voicemailCalls": 2,
                     *               "durationSeconds": 5460,
                     *               "billedMinutes": 112,
                     *               "providerCostCents": 815.25
                     *             },
                     *             "signature": "sha256=b9fd9bb42809743fb89d1b66a3780d0f1c2b6355f94333c113d8b1a95f6ba47f"
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["EventType"][];
                    };
                };
            };
            400: components["responses"]["request.invalid-request.malformed"];
            414: components["responses"]["request.uri_too_long"];
            429: components["responses"]["rate.limited"];
            431: components["responses"]["request.headers_too_large"];
            500: components["responses"]["internal"];
        };
    };
    listDays: {
        parameters: {
            query?: {
                /** @description From this day (in the tenant's time zone) or this instant on */
                startDate?: string;
                /** @description Until the end of this day (in the tenant's time zone), or until this instant */
                endDate?: string;
                /** @description From 1; ignored where a cursor is given */
                page?: number;
                /** @description Rows of a page */
                limit?: number;
                /** @description `nextCursor` of the page before; it goes on in the same order */
                cursor?: string;
                /** @description Whether to count all that fit the filters: by default only where no cursor is given */
                include_total?: "true" | "false";
                /** @description Descending with a minus; `-date` by default. Rows without a value come where the least value would */
                sort?: "date" | "-date" | "totalCalls" | "-totalCalls" | "bookedCalls" | "-bookedCalls" | "missedCalls" | "-missedCalls" | "durationSeconds" | "-durationSeconds" | "providerCostCents" | "-providerCostCents";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List days */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "date": "2026-01-15",
                     *           "totalCalls": 42,
                     *           "inboundCalls": 40,
                     *           "outboundCalls": 2,
                     *           "aiHandledCalls": 35,
                     *           "bookedCalls": 12,
                     *           "missedCalls": 3,
                     *           "transferredCalls": 4,
                     *           "voicemailCalls": 2,
                     *           "durationSeconds": 5460,
                     *           "billedMinutes": 112,
                     *           "providerCostCents": 815.25
                     *         }
                     *       ],
                     *       "pagination": {
                     *         "page": 1,
                     *         "limit": 30,
                     *         "total": 1,
                     *         "totalPages": 1,
                     *         "nextCursor": null
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["DailyMetric"][];
                        pagination: components["schemas"]["Pagination"];
                    };
                };
            };
            /** @description Unchanged since the `ETag` in `If-None-Match` */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["request.invalid-request.malformed"];
            401: components["responses"]["auth.required"];
            403: components["responses"]["auth.forbidden"];
            414: components["responses"]["request.uri_too_long"];
            429: components["responses"]["rate.limited"];
            431: components["responses"]["request.headers_too_large"];
            500: components["responses"]["internal"];
            503: components["responses"]["service.unavailable"];
        };
    };
    exportDays: {
        parameters: {
            query?: {
                /** @description From this day (in the tenant's time zone) or this instant on */
                startDate?: string;
                /** @description Until the end of this day (in the tenant's time zone), or until this instant */
                endDate?: string;
                /** @description Descending with a minus; `-date` by default. Rows without a value come where the least value would */
                sort?: "date" | "-date" | "totalCalls" | "-totalCalls" | "bookedCalls" | "-bookedCalls" | "missedCalls" | "-missedCalls" | "durationSeconds" | "-durationSeconds" | "providerCostCents" | "-providerCostCents";
                /** @description Between cells. Excel expects semicolons where the decimal sign is a comma, as in French; numbers then have it, too */
                delimiter?: "comma" | "semicolon";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Export days */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example date,totalCalls,inboundCalls,outboundCalls,aiHandledCalls,bookedCalls,missedCalls,transferredCalls,voicemailCalls,durationSeconds,billedMinutes,providerCostCents
                     *     2026-01-15,42,40,2,35,12,3,4,2,5460,112,815.25
                     */
                    "text/csv": string;
                };
            };
            400: components["responses"]["request.invalid-request.malformed"];
            401: components["responses"]["auth.required"];
            403: components["responses"]["auth.forbidden"];
            414: components["responses"]["request.uri_too_long"];
            429: components["responses"]["rate.limited"];
            431: components["responses"]["request.headers_too_large"];
            500: components["responses"]["internal"];
            503: components["responses"]["service.unavailable"];
        };
    };
    addDaysUp: {
        parameters: {
            query?: {
                /** @description From this day (in the tenant's time zone) or this instant on */
                startDate?: string;
                /** @description Until the end of this day (in the tenant's time zone), or until this instant */
                endDate?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Add days up */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "days": 1,
                     *       "totalCalls": 42,
                     *       "inboundCalls": 40,
                     *       "outboundCalls": 2,
                     *       "aiHandledCalls": 35,
                     *       "bookedCalls": 12,
                     *       "missedCalls": 3,
                     *       "transferredCalls": 4,
                     *       "voicemailCalls": 2,
                     *       "durationSeconds": 5460,
                     *       "billedMinutes": 112,
                     *       "providerCostCents": 815.25,
                     *       "aiHandledRate": 0.8333,
                     *       "bookingRate": 0.2857,
                     *       "missedRate": 0.0714,
                     *       "averageDurationSeconds": 130
                     *     }
                     */
                    "application/json": {
                        /** @description Days with calls */
                        days: number;
                        totalCalls: number;
                        inboundCalls: number;
                        outboundCalls: number;
                        aiHandledCalls: number;
                        bookedCalls: number;
                        missedCalls: number;
                        transferredCalls: number;
                        voicemailCalls: number;
                        durationSeconds: number;
                        billedMinutes: number;
                        /** @description US cents, with fractions */
                        providerCostCents: number;
                        /** @description Share of all calls, 0 to 1; null without calls */
                        aiHandledRate: number | null;
                        bookingRate: number | null;
                        missedRate: number | null;
                        averageDurationSeconds: number | null;
                    };
                };
            };
            /** @description Unchanged since the `ETag` in `If-None-Match` */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["request.invalid-request.malformed"];
            401: components["responses"]["auth.required"];
            403: components["responses"]["auth.forbidden"];
            414: components["responses"]["request.uri_too_long"];
            429: components["responses"]["rate.limited"];
            431: components["responses"]["request.headers_too_large"];
            500: components["responses"]["internal"];
            503: components["responses"]["service.unavailable"];
        };
    };
    getAllSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Get all settings */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "tenant": {
                     *         "id": "019b7c3e-0000-7000-8000-0000000000bb",
                     *         "slug": "demo-hvac",
                     *         "name": "Demo HVAC",
                     *         "timeZone": "America/Toronto",
                     *         "callRetentionMonths": 12,
                     *         "logRetentionDays": 90
                     *       },
                     *       "webhookUrls": {
                     *         "twilio": "https://api.example.com/webhooks/twilio/demo-hvac",
                     *         "signalwire": "https://api.example.com/webhooks/signalwire/demo-hvac",
                     *         "vapi": "https://api.example.com/webhooks/vapi/demo-hvac"
                     *       },
                     *       "twilio": {
                     *         "accountSid": "AC00000000000000000000000000000100",
                     *         "authToken": "****d3b0",
                     *         "phoneNumbers": [
                     *           "+15145550100"
                     *         ]
                     *       },
                     *       "signalwire": {
                     *         "projectId": "00000000-0000-4000-8000-000000000100",
                     *         "apiToken": "****d3b0",
                     *         "space": "example.signalwire.com",
                     *         "signingKey": "****d3b0",
                     *         "phoneNumbers": [
                     *           "+15145550101"
                     *         ]
                     *       },
                     *       "vapi": {
                     *         "apiKey": "****d3b0",
                     *         "webhookSecret": "****d3b0",
                     *         "assistantId": "00000000-0000-4000-8000-000000000301",
                     *         "sipUri": "sip:example@sip.vapi.ai"
                     *       },
                     *       "n8n": {
                     *         "webhookUrl": "https://n8n.example.com/webhook/ai-receptionist",
                     *         "signatureSecret": "****dA=="
                     *       }
                     *     }
                     */
                    "application/json": {
                        tenant: components["schemas"]["Tenant"];
                        /** @description To paste into the providers: where they send their webhooks */
                        webhookUrls: {
                            twilio: string;
                            signalwire: string;
                            vapi: string;
                        };
                        twilio: components["schemas"]["TwilioSettings"] | null;
                        signalwire: components["schemas"]["SignalWireSettings"] | null;
                        vapi: components["schemas"]["VapiSettings"] | null;
                        n8n: components["schemas"]["EndpointSettings"] | null;
                    };
                };
            };
            /** @description Unchanged since the `ETag` in `If-None-Match` */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["request.invalid-request.malformed"];
            401: components["responses"]["auth.required"];
            403: components["responses"]["auth.forbidden"];
            414: components["responses"]["request.uri_too_long"];
            429: components["responses"]["rate.limited"];
            431: components["responses"]["request.headers_too_large"];
            500: components["responses"]["internal"];
            503: components["responses"]["service.unavailable"];
        };
    };
    getTwilioSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Get the Twilio settings */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "accountSid": "AC00000000000000000000000000000100",
                     *       "authToken": "****d3b0",
                     *       "phoneNumbers": [
                     *         "+15145550100"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["TwilioSettings"];
                };
            };
            /** @description Unchanged since the `ETag` in `If-None-Match` */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["request.invalid-request.malformed"];
            401: components["responses"]["auth.required"];
            403: components["responses"]["auth.forbidden"];
            404: components["responses"]["resource.not_found"];
            414: components["responses"]["request.uri_too_long"];
            429: components["responses"]["rate.limited"];
            431: components["responses"]["request.headers_too_large"];
            500: components["responses"]["internal"];
            503: components["responses"]["service.unavailable"];
        };
    };
    saveTwilioSettings: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of what you have read: nothing that another client has saved since is lost, the answer is `resource.changed` then. `*` asks only that there is something. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "accountSid": "AC00000000000000000000000000000100",
                 *       "authToken": "0000000000000000000000000000d3b0",
                 *       "phoneNumbers": [
                 *         "+15145550100"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["TwilioSettingsUpdate"];
            };
        };
        responses: {
            /** @description Save the Twilio settings */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "accountSid": "AC00000000000000000000000000000100",
                     *       "authToken": "****d3b0",
                     *       "phoneNumbers": [
                     *         "+15145550100"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["TwilioSettings"];
                };
            };
            400: components["responses"]["request.invalid-request.malformed"];
            401: components["responses"]["auth.required"];
            403: components["responses"]["auth.forbidden"];
            408: components["responses"]["request.timeout"];
            409: components["responses"]["number.taken"];
            412: components["responses"]["resource.changed"];
            413: components["responses"]["request.too_large"];
            414: components["responses"]["request.uri_too_long"];
            415: components["responses"]["request.unsupported_media_type"];
            429: components["responses"]["rate.limited"];
            431: components["responses"]["request.headers_too_large"];
            500: components["responses"]["internal"];
            503: components["responses"]["service.unavailable"];
        };
    };
    getSignalwireSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Get the SignalWire settings */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "projectId": "00000000-0000-4000-8000-000000000100",
                     *       "apiToken": "****d3b0",
                     *       "space": "example.signalwire.com",
                     *       "signingKey": "****d3b0",
                     *       "phoneNumbers": [
                     *         "+15145550101"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["SignalWireSettings"];
                };
            };
            /** @description Unchanged since the `ETag` in `If-None-Match` */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["request.invalid-request.malformed"];
            401: components["responses"]["auth.required"];
            403: components["responses"]["auth.forbidden"];
            404: components["responses"]["resource.not_found"];
            414: components["responses"]["request.uri_too_long"];
            429: components["responses"]["rate.limited"];
            431: components["responses"]["request.headers_too_large"];
            500: components["responses"]["internal"];
            503: components["responses"]["service.unavailable"];
        };
    };
    saveSignalwireSettings: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of what you have read: nothing that another client has saved since is lost, the answer is `resource.changed` then. `*` asks only that there is something. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "projectId": "00000000-0000-4000-8000-000000000100",
                 *       "apiToken": "PT0000000000000000000000000000000000000000000000d3b0",
                 *       "space": "example.signalwire.com",
                 *       "signingKey": "PSK00000000000000000000d3b0",
                 *       "phoneNumbers": [
                 *         "+15145550101"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["SignalWireSettingsUpdate"];
            };
        };
        responses: {
            /** @description Save the SignalWire settings */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "projectId": "00000000-0000-4000-8000-000000000100",
                     *       "apiToken": "****d3b0",
                     *       "space": "example.signalwire.com",
                     *       "signingKey": "****d3b0",
                     *       "phoneNumbers": [
                     *         "+15145550101"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["SignalWireSettings"];
                };
            };
            400: components["responses"]["request.invalid-request.malformed"];
            401: components["responses"]["auth.required"];
            403: components["responses"]["auth.forbidden"];
            408: components["responses"]["request.timeout"];
            409: components["responses"]["number.taken"];
            412: components["responses"]["resource.changed"];
            413: components["responses"]["request.too_large"];
            414: components["responses"]["request.uri_too_long"];
            415: components["responses"]["request.unsupported_media_type"];
            429: components["responses"]["rate.limited"];
            431: components["responses"]["request.headers_too_large"];
            500: components["responses"]["internal"];
            503: components["responses"]["service.unavailable"];
        };
    };
    getVapiSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Get the Vapi settings */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "apiKey": "****d3b0",
                     *       "webhookSecret": "****d3b0",
                     *       "assistantId": "00000000-0000-4000-8000-000000000301",
                     *       "sipUri": "sip:example@sip.vapi.ai"
                     *     }
                     */
                    "application/json": components["schemas"]["VapiSettings"];
                };
            };
            /** @description Unchanged since the `ETag` in `If-None-Match` */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["request.invalid-request.malformed"];
            401: components["responses"]["auth.required"];
            403: components["responses"]["auth.forbidden"];
            404: components["responses"]["resource.not_found"];
            414: components["responses"]["request.uri_too_long"];
            429: components["responses"]["rate.limited"];
            431: components["responses"]["request.headers_too_large"];
            500: components["responses"]["internal"];
            503: components["responses"]["service.unavailable"];
        };
    };
    saveVapiSettings: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of what you have read: nothing that another client has saved since is lost, the answer is `resource.changed` then. `*` asks only that there is something. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "apiKey": "00000000-0000-4000-8000-00000000d3b0",
                 *       "webhookSecret": "example-webhook-secret-d3b0",
                 *       "assistantId": "00000000-0000-4000-8000-000000000301",
                 *       "sipUri": "sip:example@sip.vapi.ai"
                 *     }
                 */
                "application/json": components["schemas"]["VapiSettingsUpdate"];
            };
        };
        responses: {
            /** @description Save the Vapi settings */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "apiKey": "****d3b0",
                     *       "webhookSecret": "****d3b0",
                     *       "assistantId": "00000000-0000-4000-8000-000000000301",
                     *       "sipUri": "sip:example@sip.vapi.ai"
                     *     }
                     */
                    "application/json": components["schemas"]["VapiSettings"];
                };
            };
            400: components["responses"]["request.invalid-request.malformed"];
            401: components["responses"]["auth.required"];
            403: components["responses"]["auth.forbidden"];
            408: components["responses"]["request.timeout"];
            412: components["responses"]["resource.changed"];
            413: components["responses"]["request.too_large"];
            414: components["responses"]["request.uri_too_long"];
            415: components["responses"]["request.unsupported_media_type"];
            429: components["responses"]["rate.limited"];
            431: components["responses"]["request.headers_too_large"];
            500: components["responses"]["internal"];
            503: components["responses"]["service.unavailable"];
        };
    };
    getEndpointSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Get the Endpoint settings */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "webhookUrl": "https://n8n.example.com/webhook/ai-receptionist",
                     *       "signatureSecret": "****dA=="
                     *     }
                     */
                    "application/json": components["schemas"]["EndpointSettings"];
                };
            };
            /** @description Unchanged since the `ETag` in `If-None-Match` */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["request.invalid-request.malformed"];
            401: components["responses"]["auth.required"];
            403: components["responses"]["auth.forbidden"];
            404: components["responses"]["resource.not_found"];
            414: components["responses"]["request.uri_too_long"];
            429: components["responses"]["rate.limited"];
            431: components["responses"]["request.headers_too_large"];
            500: components["responses"]["internal"];
            503: components["responses"]["service.unavailable"];
        };
    };
    saveEndpointSettings: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of what you have read: nothing that another client has saved since is lost, the answer is `resource.changed` then. `*` asks only that there is something. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "webhookUrl": "https://n8n.example.com/webhook/ai-receptionist",
                 *       "signatureSecret": "whsec_YW4gZXhhbXBsZSwgYW5kIG5vIHNlY3JldA=="
                 *     }
                 */
                "application/json": components["schemas"]["EndpointSettingsUpdate"];
            };
        };
        responses: {
            /** @description Save the Endpoint settings */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "webhookUrl": "https://n8n.example.com/webhook/ai-receptionist",
                     *       "signatureSecret": "****dA=="
                     *     }
                     */
                    "application/json": components["schemas"]["EndpointSettings"];
                };
            };
            400: components["responses"]["request.invalid-request.malformed"];
            401: components["responses"]["auth.required"];
            403: components["responses"]["auth.forbidden"];
            408: components["responses"]["request.timeout"];
            412: components["responses"]["resource.changed"];
            413: components["responses"]["request.too_large"];
            414: components["responses"]["request.uri_too_long"];
            415: components["responses"]["request.unsupported_media_type"];
            429: components["responses"]["rate.limited"];
            431: components["responses"]["request.headers_too_large"];
            500: components["responses"]["internal"];
            503: components["responses"]["service.unavailable"];
        };
    };
    getAssistant: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Get the assistant */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "assistantId": "00000000-0000-4000-8000-000000000301",
                     *       "toolIds": {
                     *         "take_message": "00000000-0000-4000-8000-0000000093a1"
                     *       },
                     *       "syncedAt": "2026-01-15T10:30:00.000Z",
                     *       "drift": [
                     *         {
                     *           "field": "voice.voiceId",
                     *           "ours": "fr-CA-SylvieNeural",
                     *           "theirs": "andrew"
                     *         }
                     *       ],
                     *       "duplicates": []
                     *     }
                     */
                    "application/json": components["schemas"]["Assistant"];
                };
            };
            /** @description Unchanged since the `ETag` in `If-None-Match` */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["request.invalid-request.malformed"];
            401: components["responses"]["auth.required"];
            403: components["responses"]["auth.forbidden"];
            414: components["responses"]["request.uri_too_long"];
            429: components["responses"]["rate.limited"];
            431: components["responses"]["request.headers_too_large"];
            500: components["responses"]["internal"];
            503: components["responses"]["service.unavailable"];
        };
    };
    syncAssistant: {
        parameters: {
            query?: never;
            header?: {
                /** @description A random text of your own: a request that is repeated with it within 24 hours has the first answer again, with `Idempotent-Replayed: true`, and is not done twice. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Write the assistant to its vendor */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "assistantId": "00000000-0000-4000-8000-000000000301",
                     *       "toolIds": {
                     *         "take_message": "00000000-0000-4000-8000-0000000093a1"
                     *       },
                     *       "syncedAt": "2026-01-15T10:30:00.000Z",
                     *       "drift": [
                     *         {
                     *           "field": "voice.voiceId",
                     *           "ours": "fr-CA-SylvieNeural",
                     *           "theirs": "andrew"
                     *         }
                     *       ],
                     *       "duplicates": []
                     *     }
                     */
                    "application/json": components["schemas"]["Assistant"];
                };
            };
            400: components["responses"]["request.invalid-request.malformed"];
            401: components["responses"]["auth.required"];
            403: components["responses"]["auth.forbidden"];
            409: components["responses"]["idempotency.in_progress-assistant.not_configured-assistant.sync_running-provider.refused"];
            414: components["responses"]["request.uri_too_long"];
            422: components["responses"]["idempotency.key_reused"];
            429: components["responses"]["rate.limited"];
            431: components["responses"]["request.headers_too_large"];
            500: components["responses"]["internal"];
            502: components["responses"]["provider.unreachable"];
            503: components["responses"]["service.unavailable"];
        };
    };
    changeTenant: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Demo HVAC"
                 *     }
                 */
                "application/json": {
                    /** @description As the assistant says it to callers */
                    name?: string;
                    /** @description IANA name: days begin and end there */
                    timeZone?: string;
                    /** @description How long calls are kept, with their transcripts and all that belongs to them */
                    callRetentionMonths?: number;
                    /** @description How long webhooks, events, deliveries and attempts are kept; they are gone a week later at the latest */
                    logRetentionDays?: number;
                };
            };
        };
        responses: {
            /** @description Change the tenant */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019b7c3e-0000-7000-8000-0000000000bb",
                     *       "slug": "demo-hvac",
                     *       "name": "Demo HVAC",
                     *       "timeZone": "America/Toronto",
                     *       "callRetentionMonths": 12,
                     *       "logRetentionDays": 90
                     *     }
                     */
                    "application/json": components["schemas"]["Tenant"];
                };
            };
            400: components["responses"]["request.invalid-request.malformed"];
            401: components["responses"]["auth.required"];
            403: components["responses"]["auth.forbidden"];
            408: components["responses"]["request.timeout"];
            413: components["responses"]["request.too_large"];
            414: components["responses"]["request.uri_too_long"];
            415: components["responses"]["request.unsupported_media_type"];
            429: components["responses"]["rate.limited"];
            431: components["responses"]["request.headers_too_large"];
            500: components["responses"]["internal"];
            503: components["responses"]["service.unavailable"];
        };
    };
    getBusiness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Get what is said of the business */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "address": "4025, rue Saint-Denis, Montréal",
                     *       "area": "Montréal, Laval et Longueuil",
                     *       "services": [
                     *         {
                     *           "name": {
                     *             "fr": "débouchage",
                     *             "en": "drain cleaning"
                     *           },
                     *           "price": {
                     *             "fromCents": 15000,
                     *             "toCents": 25000
                     *           }
                     *         },
                     *         {
                     *           "name": {
                     *             "fr": "chauffe-eau",
                     *             "en": "water heaters"
                     *           },
                     *           "price": null
                     *         }
                     *       ],
                     *       "paymentMethods": [
                     *         "credit_card",
                     *         "e_transfer"
                     *       ],
                     *       "callbacks": {
                     *         "days": [
                     *           1,
                     *           2,
                     *           3,
                     *           4,
                     *           5
                     *         ],
                     *         "from": "08:00",
                     *         "until": "17:00",
                     *         "withinMinutes": 120,
                     *         "emergencyWithinMinutes": null
                     *       },
                     *       "assigneeId": null
                     *     }
                     */
                    "application/json": components["schemas"]["Business"];
                };
            };
            /** @description Unchanged since the `ETag` in `If-None-Match` */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["request.invalid-request.malformed"];
            401: components["responses"]["auth.required"];
            403: components["responses"]["auth.forbidden"];
            414: components["responses"]["request.uri_too_long"];
            429: components["responses"]["rate.limited"];
            431: components["responses"]["request.headers_too_large"];
            500: components["responses"]["internal"];
            503: components["responses"]["service.unavailable"];
        };
    };
    saveBusiness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "address": "4025, rue Saint-Denis, Montréal",
                 *       "area": "Montréal, Laval et Longueuil",
                 *       "services": [
                 *         {
                 *           "name": {
                 *             "fr": "débouchage",
                 *             "en": "drain cleaning"
                 *           },
                 *           "price": {
                 *             "fromCents": 15000,
                 *             "toCents": 25000
                 *           }
                 *         },
                 *         {
                 *           "name": {
                 *             "fr": "chauffe-eau",
                 *             "en": "water heaters"
                 *           },
                 *           "price": null
                 *         }
                 *       ],
                 *       "paymentMethods": [
                 *         "credit_card",
                 *         "e_transfer"
                 *       ],
                 *       "callbacks": {
                 *         "days": [
                 *           1,
                 *           2,
                 *           3,
                 *           4,
                 *           5
                 *         ],
                 *         "from": "08:00",
                 *         "until": "17:00",
                 *         "withinMinutes": 120,
                 *         "emergencyWithinMinutes": null
                 *       },
                 *       "assigneeId": null
                 *     }
                 */
                "application/json": {
                    address: string | null;
                    /** @description Where the business works */
                    area: string | null;
                    services: {
                        name: {
                            fr: string;
                            en: string;
                        };
                        /** @description Null: assistants name none */
                        price: {
                            fromCents: number;
                            toCents: number;
                        } | null;
                    }[];
                    paymentMethods: ("cash" | "cheque" | "debit_card" | "credit_card" | "e_transfer" | "financing")[];
                    /** @description By when callers are promised an answer */
                    callbacks: {
                        /** @description ISO weekdays: 1 is Monday */
                        days: number[];
                        from: string;
                        until: string;
                        /** @description Counted within these hours */
                        withinMinutes: number;
                        /** @description Day and night; null: emergencies are promised no more than the hours above */
                        emergencyWithinMinutes: number | null;
                    };
                    /** @description The user who gets new work items; null: the tenant's owner */
                    assigneeId: string | null;
                };
            };
        };
        responses: {
            /** @description Save what is said of the business */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "address": "4025, rue Saint-Denis, Montréal",
                     *       "area": "Montréal, Laval et Longueuil",
                     *       "services": [
                     *         {
                     *           "name": {
                     *             "fr": "débouchage",
                     *             "en": "drain cleaning"
                     *           },
                     *           "price": {
                     *             "fromCents": 15000,
                     *             "toCents": 25000
                     *           }
                     *         },
                     *         {
                     *           "name": {
                     *             "fr": "chauffe-eau",
                     *             "en": "water heaters"
                     *           },
                     *           "price": null
                     *         }
                     *       ],
                     *       "paymentMethods": [
                     *         "credit_card",
                     *         "e_transfer"
                     *       ],
                     *       "callbacks": {
                     *         "days": [
                     *           1,
                     *           2,
                     *           3,
                     *           4,
                     *           5
                     *         ],
                     *         "from": "08:00",
                     *         "until": "17:00",
                     *         "withinMinutes": 120,
                     *         "emergencyWithinMinutes": null
                     *       },
                     *       "assigneeId": null
                     *     }
                     */
                    "application/json": components["schemas"]["Business"];
                };
            };
            400: components["responses"]["request.invalid-request.malformed"];
            401: components["responses"]["auth.required"];
            403: components["responses"]["auth.forbidden"];
            408: components["responses"]["request.timeout"];
            413: components["responses"]["request.too_large"];
            414: components["responses"]["request.uri_too_long"];
            415: components["responses"]["request.unsupported_media_type"];
            429: components["responses"]["rate.limited"];
            431: components["responses"]["request.headers_too_large"];
            500: components["responses"]["internal"];
            503: components["responses"]["service.unavailable"];
        };
    };
    listUsers: {
        parameters: {
            query?: {
                /** @description Role of the user; several with commas: owner, admin, dispatcher, viewer, privacy_officer */
                role?: string;
                /** @description Whether they can sign in; several with commas: invited, active, deactivated */
                status?: string;
                /** @description Part of a name or an e-mail address; case, accents and the punctuation of phone numbers do not count */
                search?: string;
                /** @description From 1; ignored where a cursor is given */
                page?: number;
                /** @description Rows of a page */
                limit?: number;
                /** @description `nextCursor` of the page before; it goes on in the same order */
                cursor?: string;
                /** @description Whether to count all that fit the filters: by default only where no cursor is given */
                include_total?: "true" | "false";
                /** @description Descending with a minus; `-createdAt` by default. Rows without a value come where the least value would */
                sort?: "createdAt" | "-createdAt" | "name" | "-name" | "email" | "-email" | "lastLoginAt" | "-lastLoginAt";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List users */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "019b7c3e-0000-7000-8000-0000000000ab",
                     *           "email": "amelie@demohvac.com",
                     *           "name": "Amélie Roy",
                     *           "role": "dispatcher",
                     *           "status": "active",
                     *           "createdAt": "2026-01-15T10:30:00.000Z",
                     *           "lastLoginAt": "2026-01-20T08:02:00.000Z",
                     *           "deactivatedAt": null
                     *         }
                     *       ],
                     *       "pagination": {
                     *         "page": 1,
                     *         "limit": 20,
                     *         "total": 1,
                     *         "totalPages": 1,
                     *         "nextCursor": null
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Member"][];
                        pagination: components["schemas"]["Pagination"];
                    };
                };
            };
            /** @description Unchanged since the `ETag` in `If-None-Match` */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["request.invalid-request.malformed"];
            401: components["responses"]["auth.required"];
            403: components["responses"]["auth.forbidden"];
            414: components["responses"]["request.uri_too_long"];
            429: components["responses"]["rate.limited"];
            431: components["responses"]["request.headers_too_large"];
            500: components["responses"]["internal"];
            503: components["responses"]["service.unavailable"];
        };
    };
    inviteUser: {
        parameters: {
            query?: never;
            header?: {
                /** @description A random text of your own: a request that is repeated with it within 24 hours has the first answer again, with `Idempotent-Replayed: true`, and is not done twice. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "amelie@demohvac.com",
                 *       "name": "Amélie Roy",
                 *       "role": "dispatcher"
                 *     }
                 */
                "application/json": {
                    /** Format: email */
                    email: string;
                    name: string;
                    /** @enum {string} */
                    role: "owner" | "admin" | "dispatcher" | "viewer" | "privacy_officer";
                };
            };
        };
        responses: {
            /** @description Invite a user */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "user": {
                     *         "id": "019b7c3e-0000-7000-8000-0000000000ab",
                     *         "email": "amelie@demohvac.com",
                     *         "name": "Amélie Roy",
                     *         "role": "dispatcher",
                     *         "status": "invited",
                     *         "createdAt": "2026-01-15T10:30:00.000Z",
                     *         "lastLoginAt": null,
                     *         "deactivatedAt": null
                     *       },
                     *       "invitation": {
                     *         "token": "inv_Zm9vYmFy…",
                     *         "url": "https://api.example.com/#/invitation/inv_Zm9vYmFy…",
                     *         "expiresAt": "2026-01-22T10:30:00.000Z"
                     *       }
                     *     }
                     */
                    "application/json": {
                        user: components["schemas"]["Member"];
                        invitation: components["schemas"]["Invitation"];
                    };
                };
            };
            400: components["responses"]["request.invalid-request.malformed"];
            401: components["responses"]["auth.required"];
            403: components["responses"]["auth.forbidden"];
            408: components["responses"]["request.timeout"];
            409: components["responses"]["idempotency.in_progress-user.email_taken"];
            413: components["responses"]["request.too_large"];
            414: components["responses"]["request.uri_too_long"];
            415: components["responses"]["request.unsupported_media_type"];
            422: components["responses"]["idempotency.key_reused"];
            429: components["responses"]["rate.limited"];
            431: components["responses"]["request.headers_too_large"];
            500: components["responses"]["internal"];
            503: components["responses"]["service.unavailable"];
        };
    };
    exportUsers: {
        parameters: {
            query?: {
                /** @description Role of the user; several with commas: owner, admin, dispatcher, viewer, privacy_officer */
                role?: string;
                /** @description Whether they can sign in; several with commas: invited, active, deactivated */
                status?: string;
                /** @description Part of a name or an e-mail address; case, accents and the punctuation of phone numbers do not count */
                search?: string;
                /** @description Descending with a minus; `-createdAt` by default. Rows without a value come where the least value would */
                sort?: "createdAt" | "-createdAt" | "name" | "-name" | "email" | "-email" | "lastLoginAt" | "-lastLoginAt";
                /** @description Between cells. Excel expects semicolons where the decimal sign is a comma, as in French; numbers then have it, too */
                delimiter?: "comma" | "semicolon";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Export users */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example id,email,name,role,status,createdAt,lastLoginAt,deactivatedAt
                     *     019b7c3e-0000-7000-8000-0000000000ab,amelie@demohvac.com,Amélie Roy,dispatcher,active,2026-01-15T10:30:00.000Z,2026-01-20T08:02:00.000Z,
                     */
                    "text/csv": string;
                };
            };
            400: components["responses"]["request.invalid-request.malformed"];
            401: components["responses"]["auth.required"];
            403: components["responses"]["auth.forbidden"];
            414: components["responses"]["request.uri_too_long"];
            429: components["responses"]["rate.limited"];
            431: components["responses"]["request.headers_too_large"];
            500: components["responses"]["internal"];
            503: components["responses"]["service.unavailable"];
        };
    };
    getUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Get a user */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019b7c3e-0000-7000-8000-0000000000ab",
                     *       "email": "amelie@demohvac.com",
                     *       "name": "Amélie Roy",
                     *       "role": "dispatcher",
                     *       "status": "active",
                     *       "createdAt": "2026-01-15T10:30:00.000Z",
                     *       "lastLoginAt": "2026-01-20T08:02:00.000Z",
                     *       "deactivatedAt": null
                     *     }
                     */
                    "application/json": components["schemas"]["Member"];
                };
            };
            /** @description Unchanged since the `ETag` in `If-None-Match` */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["request.invalid-request.malformed"];
            401: components["responses"]["auth.required"];
            403: components["responses"]["auth.forbidden"];
            404: components["responses"]["resource.not_found"];
            414: components["responses"]["request.uri_too_long"];
            429: components["responses"]["rate.limited"];
            431: components["responses"]["request.headers_too_large"];
            500: components["responses"]["internal"];
            503: components["responses"]["service.unavailable"];
        };
    };
    changeUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its id */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "role": "viewer"
                 *     }
                 */
                "application/json": {
                    name?: string;
                    /** @enum {string} */
                    role?: "owner" | "admin" | "dispatcher" | "viewer" | "privacy_officer";
                    /** @description False deactivates them, true lets them in again */
                    active?: boolean;
                };
            };
        };
        responses: {
            /** @description Change a user */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019b7c3e-0000-7000-8000-0000000000ab",
                     *       "email": "amelie@demohvac.com",
                     *       "name": "Amélie Roy",
                     *       "role": "viewer",
                     *       "status": "active",
                     *       "createdAt": "2026-01-15T10:30:00.000Z",
                     *       "lastLoginAt": "2026-01-20T08:02:00.000Z",
                     *       "deactivatedAt": null
                     *     }
                     */
                    "application/json": components["schemas"]["Member"];
                };
            };
            400: components["responses"]["request.invalid-request.malformed"];
            401: components["responses"]["auth.required"];
            403: components["responses"]["auth.forbidden"];
            404: components["responses"]["resource.not_found"];
            408: components["responses"]["request.timeout"];
            409: components["responses"]["user.owner_protected"];
            413: components["responses"]["request.too_large"];
            414: components["responses"]["request.uri_too_long"];
            415: components["responses"]["request.unsupported_media_type"];
            429: components["responses"]["rate.limited"];
            431: components["responses"]["request.headers_too_large"];
            500: components["responses"]["internal"];
            503: components["responses"]["service.unavailable"];
        };
    };
    inviteUserAgain: {
        parameters: {
            query?: never;
            header?: {
                /** @description A random text of your own: a request that is repeated with it within 24 hours has the first answer again, with `Idempotent-Replayed: true`, and is not done twice. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Its id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Invite a user again */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "user": {
                     *         "id": "019b7c3e-0000-7000-8000-0000000000ab",
                     *         "email": "amelie@demohvac.com",
                     *         "name": "Amélie Roy",
                     *         "role": "dispatcher",
                     *         "status": "invited",
                     *         "createdAt": "2026-01-15T10:30:00.000Z",
                     *         "lastLoginAt": null,
                     *         "deactivatedAt": null
                     *       },
                     *       "invitation": {
                     *         "token": "inv_Zm9vYmFy…",
                     *         "url": "https://api.example.com/#/invitation/inv_Zm9vYmFy…",
                     *         "expiresAt": "2026-01-22T10:30:00.000Z"
                     *       }
                     *     }
                     */
                    "application/json": {
                        user: components["schemas"]["Member"];
                        invitation: components["schemas"]["Invitation"];
                    };
                };
            };
            400: components["responses"]["request.invalid-request.malformed"];
            401: components["responses"]["auth.required"];
            403: components["responses"]["auth.forbidden"];
            404: components["responses"]["resource.not_found"];
            409: components["responses"]["idempotency.in_progress-resource.conflict-user.owner_protected"];
            414: components["responses"]["request.uri_too_long"];
            422: components["responses"]["idempotency.key_reused"];
            429: components["responses"]["rate.limited"];
            431: components["responses"]["request.headers_too_large"];
            500: components["responses"]["internal"];
            503: components["responses"]["service.unavailable"];
        };
    };
    transferOwnership: {
        parameters: {
            query?: never;
            header?: {
                /** @description A random text of your own: a request that is repeated with it within 24 hours has the first answer again, with `Idempotent-Replayed: true`, and is not done twice. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "userId": "019b7c3e-0000-7000-8000-0000000000ab",
                 *       "password": "demo123"
                 *     }
                 */
                "application/json": {
                    /** Format: uuid */
                    userId: string;
                    /** @description Your own password */
                    password: string;
                };
            };
        };
        responses: {
            /** @description Transfer ownership */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "owner": {
                     *         "id": "019b7c3e-0000-7000-8000-0000000000ab",
                     *         "email": "amelie@demohvac.com",
                     *         "name": "Amélie Roy",
                     *         "role": "owner",
                     *         "status": "active",
                     *         "createdAt": "2026-01-15T10:30:00.000Z",
                     *         "lastLoginAt": "2026-01-20T08:02:00.000Z",
                     *         "deactivatedAt": null
                     *       },
                     *       "formerOwner": {
                     *         "id": "019b7c3e-0000-7000-8000-0000000000aa",
                     *         "email": "owner@demohvac.com",
                     *         "name": "Demo Owner",
                     *         "role": "admin",
                     *         "status": "active",
                     *         "createdAt": "2026-01-15T10:30:00.000Z",
                     *         "lastLoginAt": "2026-01-20T08:02:00.000Z",
                     *         "deactivatedAt": null
                     *       }
                     *     }
                     */
                    "application/json": {
                        owner: components["schemas"]["Member"];
                        formerOwner: components["schemas"]["Member"];
                    };
                };
            };
            400: components["responses"]["request.invalid-request.malformed"];
            401: components["responses"]["auth.required-auth.invalid_credentials"];
            403: components["responses"]["auth.forbidden"];
            404: components["responses"]["resource.not_found"];
            408: components["responses"]["request.timeout"];
            409: components["responses"]["idempotency.in_progress-resource.conflict"];
            413: components["responses"]["request.too_large"];
            414: components["responses"]["request.uri_too_long"];
            415: components["responses"]["request.unsupported_media_type"];
            422: components["responses"]["idempotency.key_reused"];
            429: components["responses"]["rate.limited"];
            431: components["responses"]["request.headers_too_large"];
            500: components["responses"]["internal"];
            503: components["responses"]["service.unavailable"];
        };
    };
    listTenants: {
        parameters: {
            query?: {
                /** @description Part of a slug or a name; case, accents and the punctuation of phone numbers do not count */
                search?: string;
                /** @description From 1; ignored where a cursor is given */
                page?: number;
                /** @description Rows of a page */
                limit?: number;
                /** @description `nextCursor` of the page before; it goes on in the same order */
                cursor?: string;
                /** @description Whether to count all that fit the filters: by default only where no cursor is given */
                include_total?: "true" | "false";
                /** @description Descending with a minus; `-createdAt` by default. Rows without a value come where the least value would */
                sort?: "createdAt" | "-createdAt" | "slug" | "-slug" | "name" | "-name";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List tenants */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "019b7c3e-0000-7000-8000-0000000000bb",
                     *           "slug": "plomberie-roy",
                     *           "name": "Plomberie Roy",
                     *           "timeZone": "America/Toronto",
                     *           "callRetentionMonths": 12,
                     *           "logRetentionDays": 90,
                     *           "createdAt": "2026-01-15T10:30:00.000Z"
                     *         }
                     *       ],
                     *       "pagination": {
                     *         "page": 1,
                     *         "limit": 20,
                     *         "total": 1,
                     *         "totalPages": 1,
                     *         "nextCursor": null
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["TenantRecord"][];
                        pagination: components["schemas"]["Pagination"];
                    };
                };
            };
            /** @description Unchanged since the `ETag` in `If-None-Match` */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["request.invalid-request.malformed"];
            401: components["responses"]["auth.required"];
            414: components["responses"]["request.uri_too_long"];
            429: components["responses"]["rate.limited"];
            431: components["responses"]["request.headers_too_large"];
            500: components["responses"]["internal"];
            503: components["responses"]["service.unavailable"];
        };
    };
    createTenant: {
        parameters: {
            query?: never;
            header?: {
                /** @description A random text of your own: a request that is repeated with it within 24 hours has the first answer again, with `Idempotent-Replayed: true`, and is not done twice. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Plomberie Roy",
                 *       "timeZone": "America/Toronto",
                 *       "owner": {
                 *         "email": "amelie@plomberie-roy.example",
                 *         "name": "Amélie Roy"
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description As the assistant says it to callers */
                    name: string;
                    /** @description Part of the webhook URLs, for good. Default: made of the name */
                    slug?: string;
                    /**
                     * @description IANA name: days begin and end there
                     * @default America/Toronto
                     */
                    timeZone?: string;
                    owner: {
                        /** Format: email */
                        email: string;
                        name: string;
                    };
                };
            };
        };
        responses: {
            /** @description Create a tenant */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "tenant": {
                     *         "id": "019b7c3e-0000-7000-8000-0000000000bb",
                     *         "slug": "plomberie-roy",
                     *         "name": "Plomberie Roy",
                     *         "timeZone": "America/Toronto",
                     *         "callRetentionMonths": 12,
                     *         "logRetentionDays": 90,
                     *         "createdAt": "2026-01-15T10:30:00.000Z"
                     *       },
                     *       "owner": {
                     *         "id": "019b7c3e-0000-7000-8000-0000000000ab",
                     *         "email": "amelie@plomberie-roy.example",
                     *         "name": "Amélie Roy",
                     *         "role": "owner",
                     *         "status": "invited",
                     *         "createdAt": "2026-01-15T10:30:00.000Z",
                     *         "lastLoginAt": null,
                     *         "deactivatedAt": null
                     *       },
                     *       "webhookUrls": {
                     *         "twilio": "https://api.example.com/webhooks/twilio/plomberie-roy",
                     *         "signalwire": "https://api.example.com/webhooks/signalwire/plomberie-roy",
                     *         "vapi": "https://api.example.com/webhooks/vapi/plomberie-roy"
                     *       },
                     *       "invitation": {
                     *         "token": "inv_Zm9vYmFy…",
                     *         "url": "https://api.example.com/#/invitation/inv_Zm9vYmFy…",
                     *         "expiresAt": "2026-01-22T10:30:00.000Z"
                     *       }
                     *     }
                     */
                    "application/json": {
                        tenant: components["schemas"]["TenantRecord"];
                        owner: components["schemas"]["Member"];
                        /** @description To paste into the providers: where they send their webhooks */
                        webhookUrls: {
                            twilio: string;
                            signalwire: string;
                            vapi: string;
                        };
                        /** @description Of the owner */
                        invitation: components["schemas"]["Invitation"];
                    };
                };
            };
            400: components["responses"]["request.invalid-request.malformed"];
            401: components["responses"]["auth.required"];
            408: components["responses"]["request.timeout"];
            409: components["responses"]["idempotency.in_progress-tenant.slug_taken-user.email_taken"];
            413: components["responses"]["request.too_large"];
            414: components["responses"]["request.uri_too_long"];
            415: components["responses"]["request.unsupported_media_type"];
            422: components["responses"]["idempotency.key_reused"];
            429: components["responses"]["rate.limited"];
            431: components["responses"]["request.headers_too_large"];
            500: components["responses"]["internal"];
            503: components["responses"]["service.unavailable"];
        };
    };
    exportTenants: {
        parameters: {
            query?: {
                /** @description Part of a slug or a name; case, accents and the punctuation of phone numbers do not count */
                search?: string;
                /** @description Descending with a minus; `-createdAt` by default. Rows without a value come where the least value would */
                sort?: "createdAt" | "-createdAt" | "slug" | "-slug" | "name" | "-name";
                /** @description Between cells. Excel expects semicolons where the decimal sign is a comma, as in French; numbers then have it, too */
                delimiter?: "comma" | "semicolon";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Export tenants */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example id,slug,name,timeZone,callRetentionMonths,logRetentionDays,createdAt
                     *     019b7c3e-0000-7000-8000-0000000000bb,plomberie-roy,Plomberie Roy,America/Toronto,12,90,2026-01-15T10:30:00.000Z
                     */
                    "text/csv": string;
                };
            };
            400: components["responses"]["request.invalid-request.malformed"];
            401: components["responses"]["auth.required"];
            414: components["responses"]["request.uri_too_long"];
            429: components["responses"]["rate.limited"];
            431: components["responses"]["request.headers_too_large"];
            500: components["responses"]["internal"];
            503: components["responses"]["service.unavailable"];
        };
    };
    getTenant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Get a tenant */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "tenant": {
                     *         "id": "019b7c3e-0000-7000-8000-0000000000bb",
                     *         "slug": "plomberie-roy",
                     *         "name": "Plomberie Roy",
                     *         "timeZone": "America/Toronto",
                     *         "callRetentionMonths": 12,
                     *         "logRetentionDays": 90,
                     *         "createdAt": "2026-01-15T10:30:00.000Z"
                     *       },
                     *       "owner": {
                     *         "id": "019b7c3e-0000-7000-8000-0000000000ab",
                     *         "email": "amelie@plomberie-roy.example",
                     *         "name": "Amélie Roy",
                     *         "role": "owner",
                     *         "status": "invited",
                     *         "createdAt": "2026-01-15T10:30:00.000Z",
                     *         "lastLoginAt": null,
                     *         "deactivatedAt": null
                     *       },
                     *       "webhookUrls": {
                     *         "twilio": "https://api.example.com/webhooks/twilio/plomberie-roy",
                     *         "signalwire": "https://api.example.com/webhooks/signalwire/plomberie-roy",
                     *         "vapi": "https://api.example.com/webhooks/vapi/plomberie-roy"
                     *       }
                     *     }
                     */
                    "application/json": {
                        tenant: components["schemas"]["TenantRecord"];
                        owner: components["schemas"]["Member"];
                        /** @description To paste into the providers: where they send their webhooks */
                        webhookUrls: {
                            twilio: string;
                            signalwire: string;
                            vapi: string;
                        };
                    };
                };
            };
            /** @description Unchanged since the `ETag` in `If-None-Match` */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["request.invalid-request.malformed"];
            401: components["responses"]["auth.required"];
            404: components["responses"]["resource.not_found"];
            414: components["responses"]["request.uri_too_long"];
            429: components["responses"]["rate.limited"];
            431: components["responses"]["request.headers_too_large"];
            500: components["responses"]["internal"];
            503: components["responses"]["service.unavailable"];
        };
    };
    inviteOwnerAgain: {
        parameters: {
            query?: never;
            header?: {
                /** @description A random text of your own: a request that is repeated with it within 24 hours has the first answer again, with `Idempotent-Replayed: true`, and is not done twice. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Its id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Invite the owner again */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "owner": {
                     *         "id": "019b7c3e-0000-7000-8000-0000000000ab",
                     *         "email": "amelie@demohvac.com",
                     *         "name": "Amélie Roy",
                     *         "role": "owner",
                     *         "status": "invited",
                     *         "createdAt": "2026-01-15T10:30:00.000Z",
                     *         "lastLoginAt": null,
                     *         "deactivatedAt": null
                     *       },
                     *       "invitation": {
                     *         "token": "inv_Zm9vYmFy…",
                     *         "url": "https://api.example.com/#/invitation/inv_Zm9vYmFy…",
                     *         "expiresAt": "2026-01-22T10:30:00.000Z"
                     *       }
                     *     }
                     */
                    "application/json": {
                        owner: components["schemas"]["Member"];
                        invitation: components["schemas"]["Invitation"];
                    };
                };
            };
            400: components["responses"]["request.invalid-request.malformed"];
            401: components["responses"]["auth.required"];
            404: components["responses"]["resource.not_found"];
            409: components["responses"]["idempotency.in_progress-resource.conflict"];
            414: components["responses"]["request.uri_too_long"];
            422: components["responses"]["idempotency.key_reused"];
            429: components["responses"]["rate.limited"];
            431: components["responses"]["request.headers_too_large"];
            500: components["responses"]["internal"];
            503: components["responses"]["service.unavailable"];
        };
    };
    listApiKeys: {
        parameters: {
            query?: {
                /** @description Status of the key; several with commas: active, expired, revoked */
                status?: string;
                /** @description From 1; ignored where a cursor is given */
                page?: number;
                /** @description Rows of a page */
                limit?: number;
                /** @description `nextCursor` of the page before; it goes on in the same order */
                cursor?: string;
                /** @description Whether to count all that fit the filters: by default only where no cursor is given */
                include_total?: "true" | "false";
                /** @description Descending with a minus; `-createdAt` by default. Rows without a value come where the least value would */
                sort?: "createdAt" | "-createdAt" | "expiresAt" | "-expiresAt" | "lastUsedAt" | "-lastUsedAt" | "name" | "-name";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List API keys */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "019b7c3e-0000-7000-8000-0000000000cc",
                     *           "name": "n8n",
                     *           "prefix": "rk_Zm9vYmFy",
                     *           "scopes": [
                     *             "calls:read",
                     *             "deliveries:read"
                     *           ],
                     *           "status": "active",
                     *           "createdBy": "019b7c3e-0000-7000-8000-0000000000aa",
                     *           "createdAt": "2026-01-15T10:30:00.000Z",
                     *           "expiresAt": "2026-04-15T10:30:00.000Z",
                     *           "lastUsedAt": null,
                     *           "revokedAt": null
                     *         }
                     *       ],
                     *       "pagination": {
                     *         "page": 1,
                     *         "limit": 20,
                     *         "total": 1,
                     *         "totalPages": 1,
                     *         "nextCursor": null
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["ApiKey"][];
                        pagination: components["schemas"]["Pagination"];
                    };
                };
            };
            /** @description Unchanged since the `ETag` in `If-None-Match` */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["request.invalid-request.malformed"];
            401: components["responses"]["auth.required"];
            403: components["responses"]["auth.forbidden"];
            414: components["responses"]["request.uri_too_long"];
            429: components["responses"]["rate.limited"];
            431: components["responses"]["request.headers_too_large"];
            500: components["responses"]["internal"];
            503: components["responses"]["service.unavailable"];
        };
    };
    createApiKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description A random text of your own: a request that is repeated with it within 24 hours has the first answer again, with `Idempotent-Replayed: true`, and is not done twice. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "n8n",
                 *       "scopes": [
                 *         "calls:read",
                 *         "deliveries:read"
                 *       ]
                 *     }
                 */
                "application/json": {
                    /** @description What the key is for: people read it in the list and in the audit log */
                    name: string;
                    /** @description Only permissions that you have yourself */
                    scopes: ("answering:read" | "answering:write" | "answering:override" | "calls:create" | "calls:read" | "calls:control" | "contacts:read" | "contacts:write" | "work_items:read" | "work_items:write" | "sms:create" | "phone_numbers:create" | "phone_numbers:read" | "recordings:read" | "analytics:read" | "system:read" | "deliveries:read" | "deliveries:retry" | "settings:read" | "settings:write" | "users:read" | "api_keys:read" | "audit:read" | "privacy:read" | "privacy:write")[];
                    /**
                     * Format: date-time
                     * @description Within two years. Default: 90 days from now
                     */
                    expiresAt?: string;
                };
            };
        };
        responses: {
            /** @description Create an API key */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019b7c3e-0000-7000-8000-0000000000cc",
                     *       "name": "n8n",
                     *       "prefix": "rk_Zm9vYmFy",
                     *       "scopes": [
                     *         "calls:read",
                     *         "deliveries:read"
                     *       ],
                     *       "status": "active",
                     *       "createdBy": "019b7c3e-0000-7000-8000-0000000000aa",
                     *       "createdAt": "2026-01-15T10:30:00.000Z",
                     *       "expiresAt": "2026-04-15T10:30:00.000Z",
                     *       "lastUsedAt": null,
                     *       "revokedAt": null,
                     *       "key": "rk_Zm9vYmFy…"
                     *     }
                     */
                    "application/json": components["schemas"]["CreatedApiKey"];
                };
            };
            400: components["responses"]["request.invalid-request.malformed"];
            401: components["responses"]["auth.required"];
            403: components["responses"]["auth.forbidden"];
            408: components["responses"]["request.timeout"];
            409: components["responses"]["idempotency.in_progress"];
            413: components["responses"]["request.too_large"];
            414: components["responses"]["request.uri_too_long"];
            415: components["responses"]["request.unsupported_media_type"];
            422: components["responses"]["idempotency.key_reused"];
            429: components["responses"]["rate.limited"];
            431: components["responses"]["request.headers_too_large"];
            500: components["responses"]["internal"];
            503: components["responses"]["service.unavailable"];
        };
    };
    exportApiKeys: {
        parameters: {
            query?: {
                /** @description Status of the key; several with commas: active, expired, revoked */
                status?: string;
                /** @description Descending with a minus; `-createdAt` by default. Rows without a value come where the least value would */
                sort?: "createdAt" | "-createdAt" | "expiresAt" | "-expiresAt" | "lastUsedAt" | "-lastUsedAt" | "name" | "-name";
                /** @description Between cells. Excel expects semicolons where the decimal sign is a comma, as in French; numbers then have it, too */
                delimiter?: "comma" | "semicolon";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Export API keys */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example id,name,prefix,scopes,status,createdBy,createdAt,expiresAt,lastUsedAt,revokedAt
                     *     019b7c3e-0000-7000-8000-0000000000cc,n8n,rk_Zm9vYmFy,"[""calls:read"",""deliveries:read""]",active,019b7c3e-0000-7000-8000-0000000000aa,2026-01-15T10:30:00.000Z,2026-04-15T10:30:00.000Z,,
                     */
                    "text/csv": string;
                };
            };
            400: components["responses"]["request.invalid-request.malformed"];
            401: components["responses"]["auth.required"];
            403: components["responses"]["auth.forbidden"];
            414: components["responses"]["request.uri_too_long"];
            429: components["responses"]["rate.limited"];
            431: components["responses"]["request.headers_too_large"];
            500: components["responses"]["internal"];
            503: components["responses"]["service.unavailable"];
        };
    };
    getApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Get an API key */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019b7c3e-0000-7000-8000-0000000000cc",
                     *       "name": "n8n",
                     *       "prefix": "rk_Zm9vYmFy",
                     *       "scopes": [
                     *         "calls:read",
                     *         "deliveries:read"
                     *       ],
                     *       "status": "active",
                     *       "createdBy": "019b7c3e-0000-7000-8000-0000000000aa",
                     *       "createdAt": "2026-01-15T10:30:00.000Z",
                     *       "expiresAt": "2026-04-15T10:30:00.000Z",
                     *       "lastUsedAt": null,
                     *       "revokedAt": null
                     *     }
                     */
                    "application/json": components["schemas"]["ApiKey"];
                };
            };
            /** @description Unchanged since the `ETag` in `If-None-Match` */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["request.invalid-request.malformed"];
            401: components["responses"]["auth.required"];
            403: components["responses"]["auth.forbidden"];
            404: components["responses"]["resource.not_found"];
            414: components["responses"]["request.uri_too_long"];
            429: components["responses"]["rate.limited"];
            431: components["responses"]["request.headers_too_large"];
            500: components["responses"]["internal"];
            503: components["responses"]["service.unavailable"];
        };
    };
    revokeApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Revoke an API key */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019b7c3e-0000-7000-8000-0000000000cc",
                     *       "name": "n8n",
                     *       "prefix": "rk_Zm9vYmFy",
                     *       "scopes": [
                     *         "calls:read",
                     *         "deliveries:read"
                     *       ],
                     *       "status": "revoked",
                     *       "createdBy": "019b7c3e-0000-7000-8000-0000000000aa",
                     *       "createdAt": "2026-01-15T10:30:00.000Z",
                     *       "expiresAt": "2026-04-15T10:30:00.000Z",
                     *       "lastUsedAt": null,
                     *       "revokedAt": "2026-02-01T09:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["ApiKey"];
                };
            };
            400: components["responses"]["request.invalid-request.malformed"];
            401: components["responses"]["auth.required"];
            403: components["responses"]["auth.forbidden"];
            404: components["responses"]["resource.not_found"];
            414: components["responses"]["request.uri_too_long"];
            429: components["responses"]["rate.limited"];
            431: components["responses"]["request.headers_too_large"];
            500: components["responses"]["internal"];
            503: components["responses"]["service.unavailable"];
        };
    };
    listAuditEvents: {
        parameters: {
            query?: {
                /** @description From this day (in the tenant's time zone) or this instant on */
                startDate?: string;
                /** @description Until the end of this day (in the tenant's time zone), or until this instant */
                endDate?: string;
                /** @description Kind of actor; several with commas: user, api_key, operator, system */
                actor?: string;
                /** @description A user's or a key's id */
                actorId?: string;
                /** @description Such as `settings.changed`; several with commas */
                action?: string;
                /** @description Such as `user` */
                targetType?: string;
                /** @description Of what was changed */
                targetId?: string;
                /** @description Part of an action, an actor, a target, an address or a request id; case, accents and the punctuation of phone numbers do not count */
                search?: string;
                /** @description From 1; ignored where a cursor is given */
                page?: number;
                /** @description Rows of a page */
                limit?: number;
                /** @description `nextCursor` of the page before; it goes on in the same order */
                cursor?: string;
                /** @description Whether to count all that fit the filters: by default only where no cursor is given */
                include_total?: "true" | "false";
                /** @description Descending with a minus; `-createdAt` by default. Rows without a value come where the least value would */
                sort?: "createdAt" | "-createdAt";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List audit events */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "019b7c3e-0000-7000-8000-0000000000dd",
                     *           "createdAt": "2026-01-15T10:30:00.000Z",
                     *           "actor": "user",
                     *           "actorId": "019b7c3e-0000-7000-8000-0000000000aa",
                     *           "actorName": "owner@demohvac.com",
                     *           "action": "settings.changed",
                     *           "targetType": "settings",
                     *           "targetId": "vapi",
                     *           "before": {
                     *             "apiKey": "****d3b0",
                     *             "webhookSecret": "****d3b0"
                     *           },
                     *           "after": {
                     *             "apiKey": "****d3b0",
                     *             "webhookSecret": "****8f21",
                     *             "replacedSecrets": [
                     *               "webhookSecret"
                     *             ]
                     *           },
                     *           "address": "203.0.113.7",
                     *           "userAgent": "Mozilla/5.0",
                     *           "requestId": "5f0c1d2e-0000-4000-8000-000000000001"
                     *         }
                     *       ],
                     *       "pagination": {
                     *         "page": 1,
                     *         "limit": 20,
                     *         "total": 1,
                     *         "totalPages": 1,
                     *         "nextCursor": null
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["AuditEvent"][];
                        pagination: components["schemas"]["Pagination"];
                    };
                };
            };
            /** @description Unchanged since the `ETag` in `If-None-Match` */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["request.invalid-request.malformed"];
            401: components["responses"]["auth.required"];
            403: components["responses"]["auth.forbidden"];
            414: components["responses"]["request.uri_too_long"];
            429: components["responses"]["rate.limited"];
            431: components["responses"]["request.headers_too_large"];
            500: components["responses"]["internal"];
            503: components["responses"]["service.unavailable"];
        };
    };
    exportAuditEvents: {
        parameters: {
            query?: {
                /** @description From this day (in the tenant's time zone) or this instant on */
                startDate?: string;
                /** @description Until the end of this day (in the tenant's time zone), or until this instant */
                endDate?: string;
                /** @description Kind of actor; several with commas: user, api_key, operator, system */
                actor?: string;
                /** @description A user's or a key's id */
                actorId?: string;
                /** @description Such as `settings.changed`; several with commas */
                action?: string;
                /** @description Such as `user` */
                targetType?: string;
                /** @description Of what was changed */
                targetId?: string;
                /** @description Part of an action, an actor, a target, an address or a request id; case, accents and the punctuation of phone numbers do not count */
                search?: string;
                /** @description Descending with a minus; `-createdAt` by default. Rows without a value come where the least value would */
                sort?: "createdAt" | "-createdAt";
                /** @description Between cells. Excel expects semicolons where the decimal sign is a comma, as in French; numbers then have it, too */
                delimiter?: "comma" | "semicolon";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Export audit events */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example id,createdAt,actor,actorId,actorName,action,targetType,targetId,before,after,address,userAgent,requestId
                     *     019b7c3e-0000-7000-8000-0000000000dd,2026-01-15T10:30:00.000Z,user,019b7c3e-0000-7000-8000-0000000000aa,owner@demohvac.com,settings.changed,settings,vapi,"{""apiKey"":""****d3b0"",""webhookSecret"":""****d3b0""}","{""apiKey"":""****d3b0"",""webhookSecret"":""****8f21"",""replacedSecrets"":[""webhookSecret""]}",203.0.113.7,Mozilla/5.0,5f0c1d2e-0000-4000-8000-000000000001
                     */
                    "text/csv": string;
                };
            };
            400: components["responses"]["request.invalid-request.malformed"];
            401: components["responses"]["auth.required"];
            403: components["responses"]["auth.forbidden"];
            414: components["responses"]["request.uri_too_long"];
            429: components["responses"]["rate.limited"];
            431: components["responses"]["request.headers_too_large"];
            500: components["responses"]["internal"];
            503: components["responses"]["service.unavailable"];
        };
    };
    checkHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Check health */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "ok",
                     *       "version": "0.1.0",
                     *       "uptimeSeconds": 86400
                     *     }
                     */
                    "application/json": {
                        /** @constant */
                        status: "ok";
                        version: string;
                        uptimeSeconds: number;
                    };
                };
            };
            400: components["responses"]["request.invalid-request.malformed"];
            414: components["responses"]["request.uri_too_long"];
            431: components["responses"]["request.headers_too_large"];
            500: components["responses"]["internal"];
        };
    };
    checkLiveness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Check liveness */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "ok"
                     *     }
                     */
                    "application/json": {
                        /** @constant */
                        status: "ok";
                    };
                };
            };
            400: components["responses"]["request.invalid-request.malformed"];
            414: components["responses"]["request.uri_too_long"];
            431: components["responses"]["request.headers_too_large"];
            500: components["responses"]["internal"];
        };
    };
    checkReadiness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Check readiness */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "ready",
                     *       "services": {
                     *         "postgres": {
                     *           "status": "up",
                     *           "latencyMs": 1.4
                     *         },
                     *         "temporal": {
                     *           "status": "up",
                     *           "latencyMs": 3.2
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": {
                        /** @enum {string} */
                        status: "ready" | "unavailable";
                        services: {
                            postgres: {
                                /** @enum {string} */
                                status: "up" | "down";
                                latencyMs: number;
                                /** @description A word for what went wrong, never an address or a credential */
                                error?: string;
                            };
                            temporal: {
                                /** @enum {string} */
                                status: "up" | "down";
                                latencyMs: number;
                                /** @description A word for what went wrong, never an address or a credential */
                                error?: string;
                            };
                        };
                    };
                };
            };
            400: components["responses"]["request.invalid-request.malformed"];
            414: components["responses"]["request.uri_too_long"];
            431: components["responses"]["request.headers_too_large"];
            500: components["responses"]["internal"];
            /** @description PostgreSQL or Temporal does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "ready" | "unavailable";
                        services: {
                            postgres: {
                                /** @enum {string} */
                                status: "up" | "down";
                                latencyMs: number;
                                /** @description A word for what went wrong, never an address or a credential */
                                error?: string;
                            };
                            temporal: {
                                /** @enum {string} */
                                status: "up" | "down";
                                latencyMs: number;
                                /** @description A word for what went wrong, never an address or a credential */
                                error?: string;
                            };
                        };
                    };
                };
            };
        };
    };
    getDetailedHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Get detailed health */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "ok",
                     *       "version": "0.1.0",
                     *       "uptimeSeconds": 86400,
                     *       "services": {
                     *         "postgres": {
                     *           "status": "up",
                     *           "latencyMs": 1.4
                     *         },
                     *         "temporal": {
                     *           "status": "up",
                     *           "latencyMs": 3.2,
                     *           "address": "temporal:7233",
                     *           "namespace": "default"
                     *         }
                     *       },
                     *       "inbox": {
                     *         "waiting": 0,
                     *         "oldestSeconds": null,
                     *         "stuck": 0
                     *       },
                     *       "deliveries": {
                     *         "pending": 0,
                     *         "retrying": 1,
                     *         "delivered": 240,
                     *         "dead": 0,
                     *         "held": 0
                     *       },
                     *       "outbox": {
                     *         "waiting": 1,
                     *         "oldestSeconds": 204.6,
                     *         "overdueSeconds": null,
                     *         "attempts": 243,
                     *         "successRate": 0.988
                     *       },
                     *       "endpoints": [
                     *         {
                     *           "tenantId": "019b7c40-0000-7000-8000-000000000001",
                     *           "endpointId": "019b7c40-0000-7000-8000-000000000003",
                     *           "attempts": 243,
                     *           "successRate": 0.988,
                     *           "waiting": 1,
                     *           "oldestSeconds": 204.6,
                     *           "failingSince": null,
                     *           "disabledAt": null
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        /** @enum {string} */
                        status: "ok" | "degraded";
                        version: string;
                        uptimeSeconds: number;
                        services: {
                            postgres: {
                                /** @enum {string} */
                                status: "up" | "down";
                                latencyMs: number;
                                /** @description A word for what went wrong, never an address or a credential */
                                error?: string;
                            };
                            temporal: {
                                /** @enum {string} */
                                status: "up" | "down";
                                latencyMs: number;
                                /** @description A word for what went wrong, never an address or a credential */
                                error?: string;
                                address: string;
                                namespace: string;
                            };
                        };
                        inbox: {
                            /** @description Acknowledged webhooks that their calls do not have yet */
                            waiting: number;
                            /** @description How long the oldest of them has been waiting */
                            oldestSeconds: number | null;
                            /** @description Webhooks whose handover failed five times or more */
                            stuck: number;
                        } | null;
                        deliveries: {
                            [key: string]: number;
                        } | null;
                        outbox: {
                            /** @description Deliveries that are pending or retrying */
                            waiting: number;
                            /** @description How long the oldest of them has been waiting */
                            oldestSeconds: number | null;
                            /** @description For how long an attempt has been due that was not made yet; not where an endpoint that fails has its rest */
                            overdueSeconds: number | null;
                            /** @description Of the last 24 hours */
                            attempts: number;
                            /** @description The share of these attempts that delivered */
                            successRate: number | null;
                        } | null;
                        /** @description With the operator's key, otherwise null: the 20 with the most failures and waiting deliveries, then the busiest */
                        endpoints: components["schemas"]["EndpointWork"][] | null;
                    };
                };
            };
            400: components["responses"]["request.invalid-request.malformed"];
            414: components["responses"]["request.uri_too_long"];
            431: components["responses"]["request.headers_too_large"];
            500: components["responses"]["internal"];
        };
    };
    getPrometheusMetrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Get Prometheus metrics */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example # HELP receptionist_up Whether the service answers
                     *     # TYPE receptionist_up gauge
                     *     receptionist_up{service="postgres"} 1
                     *     receptionist_up{service="temporal"} 1
                     */
                    "text/plain": string;
                };
            };
            400: components["responses"]["request.invalid-request.malformed"];
            401: components["responses"]["auth.required"];
            414: components["responses"]["request.uri_too_long"];
            431: components["responses"]["request.headers_too_large"];
            500: components["responses"]["internal"];
            503: components["responses"]["service.unavailable"];
        };
    };
    receiveTwilioWebhookAsGet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Slug of the tenant */
                tenantSlug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Answer to a question: instructions for the carrier in TwiML or cXML */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example <?xml version="1.0" encoding="UTF-8"?><Response><Hangup/></Response> */
                    "text/xml": string;
                };
            };
            /** @description Answer to a report */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["request.invalid-request.malformed"];
            401: components["responses"]["webhook.signature_missing"];
            403: components["responses"]["webhook.signature_invalid-webhook.not_configured"];
            404: components["responses"]["webhook.unknown_tenant"];
            408: components["responses"]["request.timeout"];
            413: components["responses"]["request.too_large"];
            414: components["responses"]["request.uri_too_long"];
            431: components["responses"]["request.headers_too_large"];
            500: components["responses"]["internal"];
            503: components["responses"]["service.unavailable"];
        };
    };
    receiveTwilioWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Slug of the tenant */
                tenantSlug: string;
            };
            cookie?: never;
        };
        /** @description As the provider's documentation has it */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "AccountSid": "AC00000000000000000000000000000100",
                 *       "CallSid": "CA0123456789abcdef0123456789abcdef",
                 *       "CallStatus": "completed",
                 *       "Direction": "inbound",
                 *       "From": "+15145550142",
                 *       "To": "+15145550100"
                 *     }
                 */
                "application/x-www-form-urlencoded": {
                    [key: string]: unknown;
                };
                /**
                 * @example {
                 *       "AccountSid": "AC00000000000000000000000000000100",
                 *       "CallSid": "CA0123456789abcdef0123456789abcdef",
                 *       "CallStatus": "completed",
                 *       "Direction": "inbound",
                 *       "From": "+15145550142",
                 *       "To": "+15145550100"
                 *     }
                 */
                "application/json": {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description Answer to a question: instructions for the carrier in TwiML or cXML */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example <?xml version="1.0" encoding="UTF-8"?><Response><Hangup/></Response> */
                    "text/xml": string;
                };
            };
            /** @description Answer to a report */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["request.invalid-request.malformed"];
            401: components["responses"]["webhook.signature_missing"];
            403: components["responses"]["webhook.signature_invalid-webhook.not_configured"];
            404: components["responses"]["webhook.unknown_tenant"];
            408: components["responses"]["request.timeout"];
            413: components["responses"]["request.too_large"];
            414: components["responses"]["request.uri_too_long"];
            431: components["responses"]["request.headers_too_large"];
            500: components["responses"]["internal"];
            503: components["responses"]["service.unavailable"];
        };
    };
    receiveTwilioWebhookByNumberAsGet: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Answer to a question: instructions for the carrier in TwiML or cXML */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example <?xml version="1.0" encoding="UTF-8"?><Response><Hangup/></Response> */
                    "text/xml": string;
                };
            };
            /** @description Answer to a report */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["request.invalid-request.malformed"];
            401: components["responses"]["webhook.signature_missing"];
            403: components["responses"]["webhook.signature_invalid-webhook.not_configured"];
            404: components["responses"]["webhook.unknown_tenant"];
            408: components["responses"]["request.timeout"];
            413: components["responses"]["request.too_large"];
            414: components["responses"]["request.uri_too_long"];
            431: components["responses"]["request.headers_too_large"];
            500: components["responses"]["internal"];
            503: components["responses"]["service.unavailable"];
        };
    };
    receiveTwilioWebhookByNumber: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description As the provider's documentation has it */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "AccountSid": "AC00000000000000000000000000000100",
                 *       "CallSid": "CA0123456789abcdef0123456789abcdef",
                 *       "CallStatus": "completed",
                 *       "Direction": "inbound",
                 *       "From": "+15145550142",
                 *       "To": "+15145550100"
                 *     }
                 */
                "application/x-www-form-urlencoded": {
                    [key: string]: unknown;
                };
                /**
                 * @example {
                 *       "AccountSid": "AC00000000000000000000000000000100",
                 *       "CallSid": "CA0123456789abcdef0123456789abcdef",
                 *       "CallStatus": "completed",
                 *       "Direction": "inbound",
                 *       "From": "+15145550142",
                 *       "To": "+15145550100"
                 *     }
                 */
                "application/json": {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description Answer to a question: instructions for the carrier in TwiML or cXML */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example <?xml version="1.0" encoding="UTF-8"?><Response><Hangup/></Response> */
                    "text/xml": string;
                };
            };
            /** @description Answer to a report */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["request.invalid-request.malformed"];
            401: components["responses"]["webhook.signature_missing"];
            403: components["responses"]["webhook.signature_invalid-webhook.not_configured"];
            404: components["responses"]["webhook.unknown_tenant"];
            408: components["responses"]["request.timeout"];
            413: components["responses"]["request.too_large"];
            414: components["responses"]["request.uri_too_long"];
            431: components["responses"]["request.headers_too_large"];
            500: components["responses"]["internal"];
            503: components["responses"]["service.unavailable"];
        };
    };
    receiveSignalwireWebhookAsGet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Slug of the tenant */
                tenantSlug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Answer to a question: instructions for the carrier in TwiML or cXML */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example <?xml version="1.0" encoding="UTF-8"?><Response><Hangup/></Response> */
                    "text/xml": string;
                };
            };
            /** @description Answer to a report */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["request.invalid-request.malformed"];
            401: components["responses"]["webhook.signature_missing"];
            403: components["responses"]["webhook.signature_invalid-webhook.not_configured"];
            404: components["responses"]["webhook.unknown_tenant"];
            408: components["responses"]["request.timeout"];
            413: components["responses"]["request.too_large"];
            414: components["responses"]["request.uri_too_long"];
            431: components["responses"]["request.headers_too_large"];
            500: components["responses"]["internal"];
            503: components["responses"]["service.unavailable"];
        };
    };
    receiveSignalwireWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Slug of the tenant */
                tenantSlug: string;
            };
            cookie?: never;
        };
        /** @description As the provider's documentation has it */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "AccountSid": "AC00000000000000000000000000000100",
                 *       "CallSid": "CA0123456789abcdef0123456789abcdef",
                 *       "CallStatus": "completed",
                 *       "Direction": "inbound",
                 *       "From": "+15145550142",
                 *       "To": "+15145550100"
                 *     }
                 */
                "application/x-www-form-urlencoded": {
                    [key: string]: unknown;
                };
                /**
                 * @example {
                 *       "AccountSid": "AC00000000000000000000000000000100",
                 *       "CallSid": "CA0123456789abcdef0123456789abcdef",
                 *       "CallStatus": "completed",
                 *       "Direction": "inbound",
                 *       "From": "+15145550142",
                 *       "To": "+15145550100"
                 *     }
                 */
                "application/json": {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description Answer to a question: instructions for the carrier in TwiML or cXML */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example <?xml version="1.0" encoding="UTF-8"?><Response><Hangup/></Response> */
                    "text/xml": string;
                };
            };
            /** @description Answer to a report */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["request.invalid-request.malformed"];
            401: components["responses"]["webhook.signature_missing"];
            403: components["responses"]["webhook.signature_invalid-webhook.not_configured"];
            404: components["responses"]["webhook.unknown_tenant"];
            408: components["responses"]["request.timeout"];
            413: components["responses"]["request.too_large"];
            414: components["responses"]["request.uri_too_long"];
            431: components["responses"]["request.headers_too_large"];
            500: components["responses"]["internal"];
            503: components["responses"]["service.unavailable"];
        };
    };
    receiveSignalwireWebhookByNumberAsGet: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Answer to a question: instructions for the carrier in TwiML or cXML */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example <?xml version="1.0" encoding="UTF-8"?><Response><Hangup/></Response> */
                    "text/xml": string;
                };
            };
            /** @description Answer to a report */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["request.invalid-request.malformed"];
            401: components["responses"]["webhook.signature_missing"];
            403: components["responses"]["webhook.signature_invalid-webhook.not_configured"];
            404: components["responses"]["webhook.unknown_tenant"];
            408: components["responses"]["request.timeout"];
            413: components["responses"]["request.too_large"];
            414: components["responses"]["request.uri_too_long"];
            431: components["responses"]["request.headers_too_large"];
            500: components["responses"]["internal"];
            503: components["responses"]["service.unavailable"];
        };
    };
    receiveSignalwireWebhookByNumber: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description As the provider's documentation has it */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "AccountSid": "AC00000000000000000000000000000100",
                 *       "CallSid": "CA0123456789abcdef0123456789abcdef",
                 *       "CallStatus": "completed",
                 *       "Direction": "inbound",
                 *       "From": "+15145550142",
                 *       "To": "+15145550100"
                 *     }
                 */
                "application/x-www-form-urlencoded": {
                    [key: string]: unknown;
                };
                /**
                 * @example {
                 *       "AccountSid": "AC00000000000000000000000000000100",
                 *       "CallSid": "CA0123456789abcdef0123456789abcdef",
                 *       "CallStatus": "completed",
                 *       "Direction": "inbound",
                 *       "From": "+15145550142",
                 *       "To": "+15145550100"
                 *     }
                 */
                "application/json": {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description Answer to a question: instructions for the carrier in TwiML or cXML */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example <?xml version="1.0" encoding="UTF-8"?><Response><Hangup/></Response> */
                    "text/xml": string;
                };
            };
            /** @description Answer to a report */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["request.invalid-request.malformed"];
            401: components["responses"]["webhook.signature_missing"];
            403: components["responses"]["webhook.signature_invalid-webhook.not_configured"];
            404: components["responses"]["webhook.unknown_tenant"];
            408: components["responses"]["request.timeout"];
            413: components["responses"]["request.too_large"];
            414: components["responses"]["request.uri_too_long"];
            431: components["responses"]["request.headers_too_large"];
            500: components["responses"]["internal"];
            503: components["responses"]["service.unavailable"];
        };
    };
    receiveVapiWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Slug of the tenant */
                tenantSlug: string;
            };
            cookie?: never;
        };
        /** @description As the provider's documentation has it */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "message": {
                 *         "type": "status-update",
                 *         "status": "ended",
                 *         "call": {
                 *           "id": "019b7c3e-0000-7000-8000-000000000cc1"
                 *         }
                 *       }
                 *     }
                 */
                "application/json": {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description The answer to what the assistant asked for, or an empty object */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "assistantId": "00000000-0000-4000-8000-000000000301"
                     *     }
                     */
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            400: components["responses"]["request.invalid-request.malformed"];
            401: components["responses"]["webhook.signature_missing"];
            403: components["responses"]["webhook.signature_invalid-webhook.not_configured"];
            404: components["responses"]["webhook.unknown_tenant"];
            408: components["responses"]["request.timeout"];
            413: components["responses"]["request.too_large"];
            414: components["responses"]["request.uri_too_long"];
            431: components["responses"]["request.headers_too_large"];
            500: components["responses"]["internal"];
            503: components["responses"]["service.unavailable"];
        };
    };
    answerIvrCall: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description As the provider's documentation has it */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "AccountSid": "AC00000000000000000000000000000100",
                 *       "CallSid": "CA0123456789abcdef0123456789abcdef",
                 *       "CallStatus": "completed",
                 *       "Direction": "inbound",
                 *       "From": "+15145550142",
                 *       "To": "+15145550100"
                 *     }
                 */
                "application/x-www-form-urlencoded": {
                    [key: string]: unknown;
                };
                /**
                 * @example {
                 *       "AccountSid": "AC00000000000000000000000000000100",
                 *       "CallSid": "CA0123456789abcdef0123456789abcdef",
                 *       "CallStatus": "completed",
                 *       "Direction": "inbound",
                 *       "From": "+15145550142",
                 *       "To": "+15145550100"
                 *     }
                 */
                "application/json": {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description Answer to a question: instructions for the carrier in TwiML or cXML */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example <?xml version="1.0" encoding="UTF-8"?><Response><Hangup/></Response> */
                    "text/xml": string;
                };
            };
            /** @description Answer to a report */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["request.invalid-request.malformed"];
            401: components["responses"]["webhook.signature_missing"];
            403: components["responses"]["webhook.signature_invalid-webhook.not_configured"];
            404: components["responses"]["webhook.unknown_tenant"];
            408: components["responses"]["request.timeout"];
            413: components["responses"]["request.too_large"];
            414: components["responses"]["request.uri_too_long"];
            431: components["responses"]["request.headers_too_large"];
            500: components["responses"]["internal"];
            503: components["responses"]["service.unavailable"];
        };
    };
    continueIvrCall: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description As the provider's documentation has it */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "AccountSid": "AC00000000000000000000000000000100",
                 *       "CallSid": "CA0123456789abcdef0123456789abcdef",
                 *       "CallStatus": "completed",
                 *       "Direction": "inbound",
                 *       "From": "+15145550142",
                 *       "To": "+15145550100"
                 *     }
                 */
                "application/x-www-form-urlencoded": {
                    [key: string]: unknown;
                };
                /**
                 * @example {
                 *       "AccountSid": "AC00000000000000000000000000000100",
                 *       "CallSid": "CA0123456789abcdef0123456789abcdef",
                 *       "CallStatus": "completed",
                 *       "Direction": "inbound",
                 *       "From": "+15145550142",
                 *       "To": "+15145550100"
                 *     }
                 */
                "application/json": {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description Answer to a question: instructions for the carrier in TwiML or cXML */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example <?xml version="1.0" encoding="UTF-8"?><Response><Hangup/></Response> */
                    "text/xml": string;
                };
            };
            /** @description Answer to a report */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["request.invalid-request.malformed"];
            401: components["responses"]["webhook.signature_missing"];
            403: components["responses"]["webhook.signature_invalid-webhook.not_configured"];
            404: components["responses"]["webhook.unknown_tenant"];
            408: components["responses"]["request.timeout"];
            413: components["responses"]["request.too_large"];
            414: components["responses"]["request.uri_too_long"];
            431: components["responses"]["request.headers_too_large"];
            500: components["responses"]["internal"];
            503: components["responses"]["service.unavailable"];
        };
    };
    logIvrCall: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description As the provider's documentation has it */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "AccountSid": "AC00000000000000000000000000000100",
                 *       "CallSid": "CA0123456789abcdef0123456789abcdef",
                 *       "CallStatus": "completed",
                 *       "Direction": "inbound",
                 *       "From": "+15145550142",
                 *       "To": "+15145550100"
                 *     }
                 */
                "application/x-www-form-urlencoded": {
                    [key: string]: unknown;
                };
                /**
                 * @example {
                 *       "AccountSid": "AC00000000000000000000000000000100",
                 *       "CallSid": "CA0123456789abcdef0123456789abcdef",
                 *       "CallStatus": "completed",
                 *       "Direction": "inbound",
                 *       "From": "+15145550142",
                 *       "To": "+15145550100"
                 *     }
                 */
                "application/json": {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description Answer to a question: instructions for the carrier in TwiML or cXML */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example <?xml version="1.0" encoding="UTF-8"?><Response><Hangup/></Response> */
                    "text/xml": string;
                };
            };
            /** @description Answer to a report */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["request.invalid-request.malformed"];
            401: components["responses"]["webhook.signature_missing"];
            403: components["responses"]["webhook.signature_invalid-webhook.not_configured"];
            404: components["responses"]["webhook.unknown_tenant"];
            408: components["responses"]["request.timeout"];
            413: components["responses"]["request.too_large"];
            414: components["responses"]["request.uri_too_long"];
            431: components["responses"]["request.headers_too_large"];
            500: components["responses"]["internal"];
            503: components["responses"]["service.unavailable"];
        };
    };
    onCallStarted: {
        parameters: {
            query?: never;
            header: {
                /** @description Of the delivery, the same for each attempt */
                "webhook-id": string;
                /** @description When this attempt was made, in seconds since 1970 */
                "webhook-timestamp": string;
                /** @description `v1,` and base64 of HMAC-SHA256 of `{webhook-id}.{webhook-timestamp}.{body}`; two of them, with a space between, while a secret is being rotated */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "eventId": "CA0123456789abcdef0123456789abcdef:call-started",
                 *       "eventType": "call.started",
                 *       "timestamp": "2026-01-15T10:30:09.210Z",
                 *       "sequence": 1,
                 *       "data": {
                 *         "callId": "CA0123456789abcdef0123456789abcdef",
                 *         "provider": "twilio",
                 *         "direction": "inbound",
                 *         "from": "+15145550142",
                 *         "to": "+15145550100",
                 *         "status": "ringing",
                 *         "duration": null,
                 *         "aiHandled": false,
                 *         "transcript": null,
                 *         "outcome": null,
                 *         "outcomeReason": null,
                 *         "canCallBack": true,
                 *         "vapi": null
                 *       },
                 *       "signature": "sha256=57698bde078aa3fe210cb93d9683bf395695626238ecc516f843da10c217e285"
                 *     }
                 */
                "application/json": {
                    /** @description The same each time that the event is delivered: count events by it */
                    eventId: string;
                    /** @constant */
                    eventType: "call.started";
                    /**
                     * Format: date-time
                     * @description When it happened
                     */
                    timestamp: string;
                    /** @description Place of the event among those of its call; absent outside a call */
                    sequence?: number;
                    data: components["schemas"]["CallEventData"];
                    /** @description `sha256=` and HMAC-SHA256 of the text of `data` by the secret. The headers carry the better one */
                    signature: string;
                };
            };
        };
        responses: {
            /** @description The receiver wants these no longer: the endpoint is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Received. What comes after fifteen seconds counts as a failure */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Tried again for days. `Retry-After` is honoured, redirects are not followed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onCallAnswered: {
        parameters: {
            query?: never;
            header: {
                /** @description Of the delivery, the same for each attempt */
                "webhook-id": string;
                /** @description When this attempt was made, in seconds since 1970 */
                "webhook-timestamp": string;
                /** @description `v1,` and base64 of HMAC-SHA256 of `{webhook-id}.{webhook-timestamp}.{body}`; two of them, with a space between, while a secret is being rotated */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "eventId": "CA0123456789abcdef0123456789abcdef:call-answered",
                 *       "eventType": "call.answered",
                 *       "timestamp": "2026-01-15T10:30:09.210Z",
                 *       "sequence": 1,
                 *       "data": {
                 *         "callId": "CA0123456789abcdef0123456789abcdef",
                 *         "provider": "twilio",
                 *         "direction": "inbound",
                 *         "from": "+15145550142",
                 *         "to": "+15145550100",
                 *         "status": "in-progress",
                 *         "duration": null,
                 *         "aiHandled": true,
                 *         "transcript": null,
                 *         "outcome": null,
                 *         "outcomeReason": null,
                 *         "canCallBack": true,
                 *         "vapi": {
                 *           "callId": "019b7c40-0000-7000-8000-0000000000ca",
                 *           "summary": null,
                 *           "structuredData": null
                 *         }
                 *       },
                 *       "signature": "sha256=b34aa8114a4d05698c9d1d4df1d4db5e33d003b59f3e168d884f3b37c10a71f7"
                 *     }
                 */
                "application/json": {
                    /** @description The same each time that the event is delivered: count events by it */
                    eventId: string;
                    /** @constant */
                    eventType: "call.answered";
                    /**
                     * Format: date-time
                     * @description When it happened
                     */
                    timestamp: string;
                    /** @description Place of the event among those of its call; absent outside a call */
                    sequence?: number;
                    data: components["schemas"]["CallEventData"];
                    /** @description `sha256=` and HMAC-SHA256 of the text of `data` by the secret. The headers carry the better one */
                    signature: string;
                };
            };
        };
        responses: {
            /** @description The receiver wants these no longer: the endpoint is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Received. What comes after fifteen seconds counts as a failure */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Tried again for days. `Retry-After` is honoured, redirects are not followed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onCallTransferred: {
        parameters: {
            query?: never;
            header: {
                /** @description Of the delivery, the same for each attempt */
                "webhook-id": string;
                /** @description When this attempt was made, in seconds since 1970 */
                "webhook-timestamp": string;
                /** @description `v1,` and base64 of HMAC-SHA256 of `{webhook-id}.{webhook-timestamp}.{body}`; two of them, with a space between, while a secret is being rotated */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "eventId": "CA0123456789abcdef0123456789abcdef:call-transferred",
                 *       "eventType": "call.transferred",
                 *       "timestamp": "2026-01-15T10:30:09.210Z",
                 *       "sequence": 1,
                 *       "data": {
                 *         "callId": "CA0123456789abcdef0123456789abcdef",
                 *         "provider": "twilio",
                 *         "direction": "inbound",
                 *         "from": "+15145550142",
                 *         "to": "+15145550100",
                 *         "status": "completed",
                 *         "duration": 94,
                 *         "aiHandled": true,
                 *         "transcript": "AI: Plomberie Laval, how can I help?\nUser: My water heater is leaking.",
                 *         "outcome": "TRANSFERRED",
                 *         "outcomeReason": "carrier.transfer",
                 *         "canCallBack": true,
                 *         "vapi": {
                 *           "callId": "019b7c40-0000-7000-8000-0000000000ca",
                 *           "summary": null,
                 *           "structuredData": null
                 *         }
                 *       },
                 *       "signature": "sha256=2c312848f3ea17bff6214ec9d3fdc34ec47e928fe3dd5068c52b84a1ac29822c"
                 *     }
                 */
                "application/json": {
                    /** @description The same each time that the event is delivered: count events by it */
                    eventId: string;
                    /** @constant */
                    eventType: "call.transferred";
                    /**
                     * Format: date-time
                     * @description When it happened
                     */
                    timestamp: string;
                    /** @description Place of the event among those of its call; absent outside a call */
                    sequence?: number;
                    data: components["schemas"]["CallEventData"];
                    /** @description `sha256=` and HMAC-SHA256 of the text of `data` by the secret. The headers carry the better one */
                    signature: string;
                };
            };
        };
        responses: {
            /** @description The receiver wants these no longer: the endpoint is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Received. What comes after fifteen seconds counts as a failure */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Tried again for days. `Retry-After` is honoured, redirects are not followed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onCallEnded: {
        parameters: {
            query?: never;
            header: {
                /** @description Of the delivery, the same for each attempt */
                "webhook-id": string;
                /** @description When this attempt was made, in seconds since 1970 */
                "webhook-timestamp": string;
                /** @description `v1,` and base64 of HMAC-SHA256 of `{webhook-id}.{webhook-timestamp}.{body}`; two of them, with a space between, while a secret is being rotated */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "eventId": "CA0123456789abcdef0123456789abcdef:call-ended",
                 *       "eventType": "call.ended",
                 *       "timestamp": "2026-01-15T10:30:09.210Z",
                 *       "sequence": 1,
                 *       "data": {
                 *         "callId": "CA0123456789abcdef0123456789abcdef",
                 *         "provider": "twilio",
                 *         "direction": "inbound",
                 *         "from": "+15145550142",
                 *         "to": "+15145550100",
                 *         "status": "completed",
                 *         "duration": 94,
                 *         "aiHandled": true,
                 *         "transcript": "AI: Plomberie Laval, how can I help?\nUser: My water heater is leaking.",
                 *         "outcome": "BOOKED",
                 *         "outcomeReason": "assistant.booked",
                 *         "canCallBack": true,
                 *         "vapi": {
                 *           "callId": "019b7c40-0000-7000-8000-0000000000ca",
                 *           "summary": null,
                 *           "structuredData": null
                 *         }
                 *       },
                 *       "signature": "sha256=38fe4bcf3296bc88ff6f132f6c25a455fd3121c9c665efa5944fb1323995ac4c"
                 *     }
                 */
                "application/json": {
                    /** @description The same each time that the event is delivered: count events by it */
                    eventId: string;
                    /** @constant */
                    eventType: "call.ended";
                    /**
                     * Format: date-time
                     * @description When it happened
                     */
                    timestamp: string;
                    /** @description Place of the event among those of its call; absent outside a call */
                    sequence?: number;
                    data: components["schemas"]["CallEventData"];
                    /** @description `sha256=` and HMAC-SHA256 of the text of `data` by the secret. The headers carry the better one */
                    signature: string;
                };
            };
        };
        responses: {
            /** @description The receiver wants these no longer: the endpoint is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Received. What comes after fifteen seconds counts as a failure */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Tried again for days. `Retry-After` is honoured, redirects are not followed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onCallAnalyzed: {
        parameters: {
            query?: never;
            header: {
                /** @description Of the delivery, the same for each attempt */
                "webhook-id": string;
                /** @description When this attempt was made, in seconds since 1970 */
                "webhook-timestamp": string;
                /** @description `v1,` and base64 of HMAC-SHA256 of `{webhook-id}.{webhook-timestamp}.{body}`; two of them, with a space between, while a secret is being rotated */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "eventId": "CA0123456789abcdef0123456789abcdef:call-analyzed",
                 *       "eventType": "call.analyzed",
                 *       "timestamp": "2026-01-15T10:30:09.210Z",
                 *       "sequence": 1,
                 *       "data": {
                 *         "callId": "CA0123456789abcdef0123456789abcdef",
                 *         "provider": "twilio",
                 *         "direction": "inbound",
                 *         "from": "+15145550142",
                 *         "to": "+15145550100",
                 *         "status": "completed",
                 *         "duration": 94,
                 *         "aiHandled": true,
                 *         "transcript": "AI: Plomberie Laval, how can I help?\nUser: My water heater is leaking.",
                 *         "outcome": "BOOKED",
                 *         "outcomeReason": "assistant.booked",
                 *         "canCallBack": true,
                 *         "vapi": {
                 *           "callId": "019b7c40-0000-7000-8000-0000000000ca",
                 *           "summary": "A water heater leaks; a visit is booked for Friday at 9.",
                 *           "structuredData": {
                 *             "name": "Marie Tremblay",
                 *             "service": "water heater",
                 *             "urgent": true
                 *           }
                 *         }
                 *       },
                 *       "signature": "sha256=45f5bbb7fd1043c5f5c6e3e0be23a2e7c0edf55588efdbc0a93bff0ab07d1f4b"
                 *     }
                 */
                "application/json": {
                    /** @description The same each time that the event is delivered: count events by it */
                    eventId: string;
                    /** @constant */
                    eventType: "call.analyzed";
                    /**
                     * Format: date-time
                     * @description When it happened
                     */
                    timestamp: string;
                    /** @description Place of the event among those of its call; absent outside a call */
                    sequence?: number;
                    data: components["schemas"]["CallEventData"];
                    /** @description `sha256=` and HMAC-SHA256 of the text of `data` by the secret. The headers carry the better one */
                    signature: string;
                };
            };
        };
        responses: {
            /** @description The receiver wants these no longer: the endpoint is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Received. What comes after fifteen seconds counts as a failure */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Tried again for days. `Retry-After` is honoured, redirects are not followed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onRecordingReady: {
        parameters: {
            query?: never;
            header: {
                /** @description Of the delivery, the same for each attempt */
                "webhook-id": string;
                /** @description When this attempt was made, in seconds since 1970 */
                "webhook-timestamp": string;
                /** @description `v1,` and base64 of HMAC-SHA256 of `{webhook-id}.{webhook-timestamp}.{body}`; two of them, with a space between, while a secret is being rotated */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "eventId": "CA0123456789abcdef0123456789abcdef:recording-ready:RE0123456789abcdef0123456789abcdef",
                 *       "eventType": "recording.ready",
                 *       "timestamp": "2026-01-15T10:30:09.210Z",
                 *       "sequence": 1,
                 *       "data": {
                 *         "callId": "CA0123456789abcdef0123456789abcdef",
                 *         "provider": "twilio",
                 *         "direction": "inbound",
                 *         "from": "+15145550142",
                 *         "to": "+15145550100",
                 *         "status": "completed",
                 *         "duration": 94,
                 *         "aiHandled": true,
                 *         "transcript": "AI: Plomberie Laval, how can I help?\nUser: My water heater is leaking.",
                 *         "outcome": "BOOKED",
                 *         "outcomeReason": "assistant.booked",
                 *         "canCallBack": true,
                 *         "vapi": {
                 *           "callId": "019b7c40-0000-7000-8000-0000000000ca",
                 *           "summary": null,
                 *           "structuredData": null
                 *         },
                 *         "recording": {
                 *           "id": "RE0123456789abcdef0123456789abcdef",
                 *           "url": "https://api.twilio.com/2010-04-01/Accounts/AC00000000000000000000000000000100/Recordings/RE0123456789abcdef0123456789abcdef",
                 *           "duration": 90,
                 *           "voicemail": false
                 *         }
                 *       },
                 *       "signature": "sha256=4bd5445e0ed2cfa96a68ee2358abd3e32f8368c76374d26d01d75e54896e1f12"
                 *     }
                 */
                "application/json": {
                    /** @description The same each time that the event is delivered: count events by it */
                    eventId: string;
                    /** @constant */
                    eventType: "recording.ready";
                    /**
                     * Format: date-time
                     * @description When it happened
                     */
                    timestamp: string;
                    /** @description Place of the event among those of its call; absent outside a call */
                    sequence?: number;
                    data: {
                        /** @description The provider's id of the call */
                        callId: string;
                        /** @enum {string} */
                        provider: "twilio" | "signalwire" | "vapi";
                        /** @enum {string} */
                        direction: "inbound" | "outbound";
                        /** @description E.164, `sip:…` or `client:…`; `anonymous` where it is withheld */
                        from: string | null;
                        to: string | null;
                        /** @enum {string} */
                        status: "queued" | "ringing" | "in-progress" | "canceled" | "failed" | "no-answer" | "busy" | "completed";
                        /** @description Seconds; null while the call lasts */
                        duration: number | null;
                        /** @description The assistant talked with the caller */
                        aiHandled: boolean;
                        transcript: string | null;
                        /** @description Result for the business; null while the call lasts */
                        outcome: ("BOOKED" | "TRANSFERRED" | "VOICEMAIL" | "COMPLETED" | "ABANDONED" | "MISSED" | "NO_ANSWER" | "CANCELED" | "FAILED") | null;
                        /** @description Source of the outcome, the carrier or the assistant, and what it saw */
                        outcomeReason: ("carrier.machine" | "carrier.transfer" | "carrier.voicemail" | "carrier.busy" | "carrier.no_answer" | "carrier.canceled" | "carrier.failed" | "carrier.unanswered" | "carrier.completed" | "assistant.booked" | "assistant.abandoned" | "assistant.transfer" | "assistant.voicemail" | "assistant.busy" | "assistant.no_answer" | "assistant.canceled" | "assistant.failed" | "assistant.unanswered" | "assistant.completed") | null;
                        /** @description The other party has an address that can be called or texted */
                        canCallBack: boolean;
                        /** @description Null where the assistant took no part */
                        vapi: {
                            callId: string;
                            summary: string | null;
                            /** @description In the fields that the assistant is instructed to fill in */
                            structuredData: {
                                [key: string]: unknown;
                            } | null;
                        } | null;
                        /**
                         * @description In a test event, which a user or a program asked for
                         * @constant
                         */
                        test?: true;
                        recording: {
                            id: string;
                            /** @description At the provider, with the provider's own access control */
                            url: string;
                            /** @description Seconds */
                            duration: number | null;
                            voicemail: boolean;
                        };
                    };
                    /** @description `sha256=` and HMAC-SHA256 of the text of `data` by the secret. The headers carry the better one */
                    signature: string;
                };
            };
        };
        responses: {
            /** @description The receiver wants these no longer: the endpoint is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Received. What comes after fifteen seconds counts as a failure */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Tried again for days. `Retry-After` is honoured, redirects are not followed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onMessageReceived: {
        parameters: {
            query?: never;
            header: {
                /** @description Of the delivery, the same for each attempt */
                "webhook-id": string;
                /** @description When this attempt was made, in seconds since 1970 */
                "webhook-timestamp": string;
                /** @description `v1,` and base64 of HMAC-SHA256 of `{webhook-id}.{webhook-timestamp}.{body}`; two of them, with a space between, while a secret is being rotated */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "eventId": "019b7c40-0000-7000-8000-0000000000a0:message-received",
                 *       "eventType": "message.received",
                 *       "timestamp": "2026-01-15T10:30:09.210Z",
                 *       "sequence": 1,
                 *       "data": {
                 *         "messageId": "019b7c40-0000-7000-8000-0000000000a0",
                 *         "providerMessageId": "SM0123456789abcdef0123456789abcdef",
                 *         "callId": null,
                 *         "provider": "twilio",
                 *         "direction": "inbound",
                 *         "from": "+15145550142",
                 *         "to": "+15145550100",
                 *         "body": "Here is the leak.",
                 *         "segments": 1,
                 *         "status": "received",
                 *         "media": [
                 *           {
                 *             "url": "https://api.twilio.com/2010-04-01/Accounts/AC00000000000000000000000000000100/Messages/SM0123456789abcdef0123456789abcdef/Media/ME0123456789abcdef0123456789abcdef",
                 *             "contentType": "image/jpeg"
                 *           }
                 *         ],
                 *         "optOut": null
                 *       },
                 *       "signature": "sha256=4969ef6096c72939cfb422bf9f10f9a64ebfac96c02f057fb1c8be9a8deb3ccc"
                 *     }
                 */
                "application/json": {
                    /** @description The same each time that the event is delivered: count events by it */
                    eventId: string;
                    /** @constant */
                    eventType: "message.received";
                    /**
                     * Format: date-time
                     * @description When it happened
                     */
                    timestamp: string;
                    /** @description Place of the event among those of its call; absent outside a call */
                    sequence?: number;
                    data: {
                        /**
                         * Format: uuid
                         * @description Ours: the same in each event of the message
                         */
                        messageId: string;
                        /** @description The carrier's; null where it has not taken the message */
                        providerMessageId: string | null;
                        /** @description Of the call that it follows from; null for any other */
                        callId: string | null;
                        /** @enum {string} */
                        provider: "twilio" | "signalwire";
                        /** @description E.164, or a short code */
                        from: string;
                        to: string;
                        body: string;
                        /** @description As the carrier charges them; null where it has not said */
                        segments: number | null;
                        media: {
                            /** @description At the provider, with the provider's own access control */
                            url: string;
                            contentType: string;
                        }[];
                        /**
                         * @description In a test event, which a user or a program asked for
                         * @constant
                         */
                        test?: true;
                        /** @constant */
                        direction: "inbound";
                        /** @constant */
                        status: "received";
                        /** @description What the sender asked for. After `stop` no text goes to that number, until `start` */
                        optOut: ("stop" | "start" | "help") | null;
                    };
                    /** @description `sha256=` and HMAC-SHA256 of the text of `data` by the secret. The headers carry the better one */
                    signature: string;
                };
            };
        };
        responses: {
            /** @description The receiver wants these no longer: the endpoint is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Received. What comes after fifteen seconds counts as a failure */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Tried again for days. `Retry-After` is honoured, redirects are not followed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onMessageSent: {
        parameters: {
            query?: never;
            header: {
                /** @description Of the delivery, the same for each attempt */
                "webhook-id": string;
                /** @description When this attempt was made, in seconds since 1970 */
                "webhook-timestamp": string;
                /** @description `v1,` and base64 of HMAC-SHA256 of `{webhook-id}.{webhook-timestamp}.{body}`; two of them, with a space between, while a secret is being rotated */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "eventId": "019b7c40-0000-7000-8000-0000000000a1:message-sent",
                 *       "eventType": "message.sent",
                 *       "timestamp": "2026-01-15T10:30:09.210Z",
                 *       "sequence": 1,
                 *       "data": {
                 *         "messageId": "019b7c40-0000-7000-8000-0000000000a1",
                 *         "providerMessageId": "SM0123456789abcdef0123456789abcdef",
                 *         "callId": "CA0123456789abcdef0123456789abcdef",
                 *         "provider": "twilio",
                 *         "direction": "outbound",
                 *         "from": "+15145550100",
                 *         "to": "+15145550142",
                 *         "body": "Plomberie Laval: your visit is booked for Friday at 9.",
                 *         "segments": 1,
                 *         "status": "sent",
                 *         "media": []
                 *       },
                 *       "signature": "sha256=ce0e8226a93082c0161ab316852a30e7f9883822e515cc314d75ad5d49e76fda"
                 *     }
                 */
                "application/json": {
                    /** @description The same each time that the event is delivered: count events by it */
                    eventId: string;
                    /** @constant */
                    eventType: "message.sent";
                    /**
                     * Format: date-time
                     * @description When it happened
                     */
                    timestamp: string;
                    /** @description Place of the event among those of its call; absent outside a call */
                    sequence?: number;
                    data: {
                        /**
                         * Format: uuid
                         * @description Ours: the same in each event of the message
                         */
                        messageId: string;
                        /** @description The carrier's; null where it has not taken the message */
                        providerMessageId: string | null;
                        /** @description Of the call that it follows from; null for any other */
                        callId: string | null;
                        /** @enum {string} */
                        provider: "twilio" | "signalwire";
                        /** @description E.164, or a short code */
                        from: string;
                        to: string;
                        body: string;
                        /** @description As the carrier charges them; null where it has not said */
                        segments: number | null;
                        media: {
                            /** @description At the provider, with the provider's own access control */
                            url: string;
                            contentType: string;
                        }[];
                        /**
                         * @description In a test event, which a user or a program asked for
                         * @constant
                         */
                        test?: true;
                        /** @constant */
                        direction: "outbound";
                        /**
                         * @description `delivered`: the phone has it, as far as the carrier knows
                         * @enum {string}
                         */
                        status: "sent" | "delivered";
                    };
                    /** @description `sha256=` and HMAC-SHA256 of the text of `data` by the secret. The headers carry the better one */
                    signature: string;
                };
            };
        };
        responses: {
            /** @description The receiver wants these no longer: the endpoint is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Received. What comes after fifteen seconds counts as a failure */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Tried again for days. `Retry-After` is honoured, redirects are not followed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onMessageFailed: {
        parameters: {
            query?: never;
            header: {
                /** @description Of the delivery, the same for each attempt */
                "webhook-id": string;
                /** @description When this attempt was made, in seconds since 1970 */
                "webhook-timestamp": string;
                /** @description `v1,` and base64 of HMAC-SHA256 of `{webhook-id}.{webhook-timestamp}.{body}`; two of them, with a space between, while a secret is being rotated */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "eventId": "019b7c40-0000-7000-8000-0000000000a1:message-failed",
                 *       "eventType": "message.failed",
                 *       "timestamp": "2026-01-15T10:30:09.210Z",
                 *       "sequence": 1,
                 *       "data": {
                 *         "messageId": "019b7c40-0000-7000-8000-0000000000a1",
                 *         "providerMessageId": "SM0123456789abcdef0123456789abcdef",
                 *         "callId": "CA0123456789abcdef0123456789abcdef",
                 *         "provider": "twilio",
                 *         "direction": "outbound",
                 *         "from": "+15145550100",
                 *         "to": "+15145550142",
                 *         "body": "Plomberie Laval: your visit is booked for Friday at 9.",
                 *         "segments": 1,
                 *         "status": "undelivered",
                 *         "media": [],
                 *         "errorCode": "30003",
                 *         "errorMessage": "Unreachable destination handset",
                 *         "optedOut": false
                 *       },
                 *       "signature": "sha256=3506e21732ce6e6bd0bf4d6bda07e867bb2827e4afb37bef1d147955045dc476"
                 *     }
                 */
                "application/json": {
                    /** @description The same each time that the event is delivered: count events by it */
                    eventId: string;
                    /** @constant */
                    eventType: "message.failed";
                    /**
                     * Format: date-time
                     * @description When it happened
                     */
                    timestamp: string;
                    /** @description Place of the event among those of its call; absent outside a call */
                    sequence?: number;
                    data: {
                        /**
                         * Format: uuid
                         * @description Ours: the same in each event of the message
                         */
                        messageId: string;
                        /** @description The carrier's; null where it has not taken the message */
                        providerMessageId: string | null;
                        /** @description Of the call that it follows from; null for any other */
                        callId: string | null;
                        /** @enum {string} */
                        provider: "twilio" | "signalwire";
                        /** @description E.164, or a short code */
                        from: string;
                        to: string;
                        body: string;
                        /** @description As the carrier charges them; null where it has not said */
                        segments: number | null;
                        media: {
                            /** @description At the provider, with the provider's own access control */
                            url: string;
                            contentType: string;
                        }[];
                        /**
                         * @description In a test event, which a user or a program asked for
                         * @constant
                         */
                        test?: true;
                        /** @constant */
                        direction: "outbound";
                        /**
                         * @description `undelivered`: the carrier took it, the phone did not
                         * @enum {string}
                         */
                        status: "failed" | "undelivered";
                        /** @description The carrier's, such as `30003`; null where it gave none */
                        errorCode: string | null;
                        errorMessage: string | null;
                        /** @description The addressee wants no texts */
                        optedOut: boolean;
                    };
                    /** @description `sha256=` and HMAC-SHA256 of the text of `data` by the secret. The headers carry the better one */
                    signature: string;
                };
            };
        };
        responses: {
            /** @description The receiver wants these no longer: the endpoint is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Received. What comes after fifteen seconds counts as a failure */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Tried again for days. `Retry-After` is honoured, redirects are not followed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onBookingCreated: {
        parameters: {
            query?: never;
            header: {
                /** @description Of the delivery, the same for each attempt */
                "webhook-id": string;
                /** @description When this attempt was made, in seconds since 1970 */
                "webhook-timestamp": string;
                /** @description `v1,` and base64 of HMAC-SHA256 of `{webhook-id}.{webhook-timestamp}.{body}`; two of them, with a space between, while a secret is being rotated */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "eventId": "019b7c40-0000-7000-8000-0000000000b0:booking-created",
                 *       "eventType": "booking.created",
                 *       "timestamp": "2026-01-15T10:30:09.210Z",
                 *       "sequence": 1,
                 *       "data": {
                 *         "bookingId": "019b7c40-0000-7000-8000-0000000000b0",
                 *         "callId": "CA0123456789abcdef0123456789abcdef",
                 *         "customer": {
                 *           "name": "Marie Tremblay",
                 *           "phone": "+15145550142"
                 *         },
                 *         "service": "water heater",
                 *         "startsAt": "2026-01-16T14:00:00.000Z",
                 *         "endsAt": "2026-01-16T15:30:00.000Z",
                 *         "timeZone": "America/Toronto",
                 *         "notes": "The water is shut off. Ring twice."
                 *       },
                 *       "signature": "sha256=73630e1877f605ed9ea9025ff0a22a912471e126bb84b3bd5a483879cb8d99e2"
                 *     }
                 */
                "application/json": {
                    /** @description The same each time that the event is delivered: count events by it */
                    eventId: string;
                    /** @constant */
                    eventType: "booking.created";
                    /**
                     * Format: date-time
                     * @description When it happened
                     */
                    timestamp: string;
                    /** @description Place of the event among those of its call; absent outside a call */
                    sequence?: number;
                    data: components["schemas"]["BookingEventData"];
                    /** @description `sha256=` and HMAC-SHA256 of the text of `data` by the secret. The headers carry the better one */
                    signature: string;
                };
            };
        };
        responses: {
            /** @description The receiver wants these no longer: the endpoint is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Received. What comes after fifteen seconds counts as a failure */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Tried again for days. `Retry-After` is honoured, redirects are not followed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onBookingRescheduled: {
        parameters: {
            query?: never;
            header: {
                /** @description Of the delivery, the same for each attempt */
                "webhook-id": string;
                /** @description When this attempt was made, in seconds since 1970 */
                "webhook-timestamp": string;
                /** @description `v1,` and base64 of HMAC-SHA256 of `{webhook-id}.{webhook-timestamp}.{body}`; two of them, with a space between, while a secret is being rotated */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "eventId": "019b7c40-0000-7000-8000-0000000000b0:booking-rescheduled:1768473009210",
                 *       "eventType": "booking.rescheduled",
                 *       "timestamp": "2026-01-15T10:30:09.210Z",
                 *       "sequence": 1,
                 *       "data": {
                 *         "bookingId": "019b7c40-0000-7000-8000-0000000000b0",
                 *         "callId": "CA0123456789abcdef0123456789abcdef",
                 *         "customer": {
                 *           "name": "Marie Tremblay",
                 *           "phone": "+15145550142"
                 *         },
                 *         "service": "water heater",
                 *         "startsAt": "2026-01-19T18:00:00.000Z",
                 *         "endsAt": "2026-01-19T19:30:00.000Z",
                 *         "timeZone": "America/Toronto",
                 *         "notes": "The water is shut off. Ring twice.",
                 *         "previous": {
                 *           "startsAt": "2026-01-16T14:00:00.000Z",
                 *           "endsAt": "2026-01-16T15:30:00.000Z"
                 *         }
                 *       },
                 *       "signature": "sha256=8d847f75275049af4579670e7f74102dd91c5e6eef451102e2960c6c034eb7f9"
                 *     }
                 */
                "application/json": {
                    /** @description The same each time that the event is delivered: count events by it */
                    eventId: string;
                    /** @constant */
                    eventType: "booking.rescheduled";
                    /**
                     * Format: date-time
                     * @description When it happened
                     */
                    timestamp: string;
                    /** @description Place of the event among those of its call; absent outside a call */
                    sequence?: number;
                    data: {
                        /** Format: uuid */
                        bookingId: string;
                        /** @description Of the call that it was made, changed or cancelled on; null for any other */
                        callId: string | null;
                        customer: {
                            name: string | null;
                            /** @description E.164 */
                            phone: string | null;
                        };
                        /** @description The work to be done, in the words of the business */
                        service: string | null;
                        /** Format: date-time */
                        startsAt: string;
                        /** Format: date-time */
                        endsAt: string;
                        /** @description IANA name: where the visit takes place */
                        timeZone: string;
                        notes: string | null;
                        /**
                         * @description In a test event, which a user or a program asked for
                         * @constant
                         */
                        test?: true;
                        previous: {
                            /** Format: date-time */
                            startsAt: string;
                            /** Format: date-time */
                            endsAt: string;
                        };
                    };
                    /** @description `sha256=` and HMAC-SHA256 of the text of `data` by the secret. The headers carry the better one */
                    signature: string;
                };
            };
        };
        responses: {
            /** @description The receiver wants these no longer: the endpoint is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Received. What comes after fifteen seconds counts as a failure */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Tried again for days. `Retry-After` is honoured, redirects are not followed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onBookingCancelled: {
        parameters: {
            query?: never;
            header: {
                /** @description Of the delivery, the same for each attempt */
                "webhook-id": string;
                /** @description When this attempt was made, in seconds since 1970 */
                "webhook-timestamp": string;
                /** @description `v1,` and base64 of HMAC-SHA256 of `{webhook-id}.{webhook-timestamp}.{body}`; two of them, with a space between, while a secret is being rotated */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "eventId": "019b7c40-0000-7000-8000-0000000000b0:booking-cancelled",
                 *       "eventType": "booking.cancelled",
                 *       "timestamp": "2026-01-15T10:30:09.210Z",
                 *       "sequence": 1,
                 *       "data": {
                 *         "bookingId": "019b7c40-0000-7000-8000-0000000000b0",
                 *         "callId": "CA0123456789abcdef0123456789abcdef",
                 *         "customer": {
                 *           "name": "Marie Tremblay",
                 *           "phone": "+15145550142"
                 *         },
                 *         "service": "water heater",
                 *         "startsAt": "2026-01-16T14:00:00.000Z",
                 *         "endsAt": "2026-01-16T15:30:00.000Z",
                 *         "timeZone": "America/Toronto",
                 *         "notes": "The water is shut off. Ring twice.",
                 *         "reason": "The neighbour could repair it."
                 *       },
                 *       "signature": "sha256=36bdbf5d413eb2e9a8f8dbf79bcc25bf7bd048102d3c5996936d80e36c842976"
                 *     }
                 */
                "application/json": {
                    /** @description The same each time that the event is delivered: count events by it */
                    eventId: string;
                    /** @constant */
                    eventType: "booking.cancelled";
                    /**
                     * Format: date-time
                     * @description When it happened
                     */
                    timestamp: string;
                    /** @description Place of the event among those of its call; absent outside a call */
                    sequence?: number;
                    data: {
                        /** Format: uuid */
                        bookingId: string;
                        /** @description Of the call that it was made, changed or cancelled on; null for any other */
                        callId: string | null;
                        customer: {
                            name: string | null;
                            /** @description E.164 */
                            phone: string | null;
                        };
                        /** @description The work to be done, in the words of the business */
                        service: string | null;
                        /** Format: date-time */
                        startsAt: string;
                        /** Format: date-time */
                        endsAt: string;
                        /** @description IANA name: where the visit takes place */
                        timeZone: string;
                        notes: string | null;
                        /**
                         * @description In a test event, which a user or a program asked for
                         * @constant
                         */
                        test?: true;
                        /** @description In the words of the person who cancelled; null if no reason was given */
                        reason: string | null;
                    };
                    /** @description `sha256=` and HMAC-SHA256 of the text of `data` by the secret. The headers carry the better one */
                    signature: string;
                };
            };
        };
        responses: {
            /** @description The receiver wants these no longer: the endpoint is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Received. What comes after fifteen seconds counts as a failure */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Tried again for days. `Retry-After` is honoured, redirects are not followed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onWork_itemCreated: {
        parameters: {
            query?: never;
            header: {
                /** @description Of the delivery, the same for each attempt */
                "webhook-id": string;
                /** @description When this attempt was made, in seconds since 1970 */
                "webhook-timestamp": string;
                /** @description `v1,` and base64 of HMAC-SHA256 of `{webhook-id}.{webhook-timestamp}.{body}`; two of them, with a space between, while a secret is being rotated */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "eventId": "019b7c40-0000-7000-8000-0000000000d7:work-item-created",
                 *       "eventType": "work_item.created",
                 *       "timestamp": "2026-01-15T10:30:09.210Z",
                 *       "sequence": 1,
                 *       "data": {
                 *         "workItemId": "019b7c40-0000-7000-8000-0000000000d7",
                 *         "kind": "callback",
                 *         "text": "The furnace stopped; would like to know when a technician can come.",
                 *         "callerNumber": "+15145550142",
                 *         "callerName": "Marie Tremblay",
                 *         "language": "fr",
                 *         "ownerId": "019b7c40-0000-7000-8000-0000000000e1",
                 *         "dueAt": "2026-01-15T17:00:00.000Z",
                 *         "priority": "normal",
                 *         "status": "open",
                 *         "result": null,
                 *         "callId": "CA0123456789abcdef0123456789abcdef"
                 *       },
                 *       "signature": "sha256=492a91e85ec0a2fbc05b77ee63207aeaec4bf58916a4eb60f813a85c795dd9c8"
                 *     }
                 */
                "application/json": {
                    /** @description The same each time that the event is delivered: count events by it */
                    eventId: string;
                    /** @constant */
                    eventType: "work_item.created";
                    /**
                     * Format: date-time
                     * @description When it happened
                     */
                    timestamp: string;
                    /** @description Place of the event among those of its call; absent outside a call */
                    sequence?: number;
                    data: components["schemas"]["WorkItemEventData"];
                    /** @description `sha256=` and HMAC-SHA256 of the text of `data` by the secret. The headers carry the better one */
                    signature: string;
                };
            };
        };
        responses: {
            /** @description The receiver wants these no longer: the endpoint is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Received. What comes after fifteen seconds counts as a failure */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Tried again for days. `Retry-After` is honoured, redirects are not followed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onWork_itemOverdue: {
        parameters: {
            query?: never;
            header: {
                /** @description Of the delivery, the same for each attempt */
                "webhook-id": string;
                /** @description When this attempt was made, in seconds since 1970 */
                "webhook-timestamp": string;
                /** @description `v1,` and base64 of HMAC-SHA256 of `{webhook-id}.{webhook-timestamp}.{body}`; two of them, with a space between, while a secret is being rotated */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "eventId": "019b7c40-0000-7000-8000-0000000000d7:work-item-overdue:1768496400000",
                 *       "eventType": "work_item.overdue",
                 *       "timestamp": "2026-01-15T10:30:09.210Z",
                 *       "sequence": 1,
                 *       "data": {
                 *         "workItemId": "019b7c40-0000-7000-8000-0000000000d7",
                 *         "kind": "callback",
                 *         "text": "The furnace stopped; would like to know when a technician can come.",
                 *         "callerNumber": "+15145550142",
                 *         "callerName": "Marie Tremblay",
                 *         "language": "fr",
                 *         "ownerId": "019b7c40-0000-7000-8000-0000000000e1",
                 *         "dueAt": "2026-01-15T17:00:00.000Z",
                 *         "priority": "normal",
                 *         "status": "open",
                 *         "result": null,
                 *         "callId": "CA0123456789abcdef0123456789abcdef"
                 *       },
                 *       "signature": "sha256=492a91e85ec0a2fbc05b77ee63207aeaec4bf58916a4eb60f813a85c795dd9c8"
                 *     }
                 */
                "application/json": {
                    /** @description The same each time that the event is delivered: count events by it */
                    eventId: string;
                    /** @constant */
                    eventType: "work_item.overdue";
                    /**
                     * Format: date-time
                     * @description When it happened
                     */
                    timestamp: string;
                    /** @description Place of the event among those of its call; absent outside a call */
                    sequence?: number;
                    data: components["schemas"]["WorkItemEventData"];
                    /** @description `sha256=` and HMAC-SHA256 of the text of `data` by the secret. The headers carry the better one */
                    signature: string;
                };
            };
        };
        responses: {
            /** @description The receiver wants these no longer: the endpoint is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Received. What comes after fifteen seconds counts as a failure */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Tried again for days. `Retry-After` is honoured, redirects are not followed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onWork_itemDone: {
        parameters: {
            query?: never;
            header: {
                /** @description Of the delivery, the same for each attempt */
                "webhook-id": string;
                /** @description When this attempt was made, in seconds since 1970 */
                "webhook-timestamp": string;
                /** @description `v1,` and base64 of HMAC-SHA256 of `{webhook-id}.{webhook-timestamp}.{body}`; two of them, with a space between, while a secret is being rotated */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "eventId": "019b7c40-0000-7000-8000-0000000000d7:work-item-done:1768492800000",
                 *       "eventType": "work_item.done",
                 *       "timestamp": "2026-01-15T10:30:09.210Z",
                 *       "sequence": 1,
                 *       "data": {
                 *         "workItemId": "019b7c40-0000-7000-8000-0000000000d7",
                 *         "kind": "callback",
                 *         "text": "The furnace stopped; would like to know when a technician can come.",
                 *         "callerNumber": "+15145550142",
                 *         "callerName": "Marie Tremblay",
                 *         "language": "fr",
                 *         "ownerId": "019b7c40-0000-7000-8000-0000000000e1",
                 *         "dueAt": "2026-01-15T17:00:00.000Z",
                 *         "priority": "normal",
                 *         "status": "done",
                 *         "result": "Comes on Friday at 9.",
                 *         "callId": "CA0123456789abcdef0123456789abcdef"
                 *       },
                 *       "signature": "sha256=a6e342c362711733945c4cb290085547074ec69338ef485cb444bfa35e3fdde8"
                 *     }
                 */
                "application/json": {
                    /** @description The same each time that the event is delivered: count events by it */
                    eventId: string;
                    /** @constant */
                    eventType: "work_item.done";
                    /**
                     * Format: date-time
                     * @description When it happened
                     */
                    timestamp: string;
                    /** @description Place of the event among those of its call; absent outside a call */
                    sequence?: number;
                    data: components["schemas"]["WorkItemEventData"];
                    /** @description `sha256=` and HMAC-SHA256 of the text of `data` by the secret. The headers carry the better one */
                    signature: string;
                };
            };
        };
        responses: {
            /** @description The receiver wants these no longer: the endpoint is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Received. What comes after fifteen seconds counts as a failure */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Tried again for days. `Retry-After` is honoured, redirects are not followed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onWork_itemCancelled: {
        parameters: {
            query?: never;
            header: {
                /** @description Of the delivery, the same for each attempt */
                "webhook-id": string;
                /** @description When this attempt was made, in seconds since 1970 */
                "webhook-timestamp": string;
                /** @description `v1,` and base64 of HMAC-SHA256 of `{webhook-id}.{webhook-timestamp}.{body}`; two of them, with a space between, while a secret is being rotated */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "eventId": "019b7c40-0000-7000-8000-0000000000d7:work-item-cancelled:1768492800000",
                 *       "eventType": "work_item.cancelled",
                 *       "timestamp": "2026-01-15T10:30:09.210Z",
                 *       "sequence": 1,
                 *       "data": {
                 *         "workItemId": "019b7c40-0000-7000-8000-0000000000d7",
                 *         "kind": "callback",
                 *         "text": "The furnace stopped; would like to know when a technician can come.",
                 *         "callerNumber": "+15145550142",
                 *         "callerName": "Marie Tremblay",
                 *         "language": "fr",
                 *         "ownerId": "019b7c40-0000-7000-8000-0000000000e1",
                 *         "dueAt": "2026-01-15T17:00:00.000Z",
                 *         "priority": "normal",
                 *         "status": "cancelled",
                 *         "result": "Called again, and booked.",
                 *         "callId": "CA0123456789abcdef0123456789abcdef"
                 *       },
                 *       "signature": "sha256=77edd00d186a4245c0d52ece074441fdf672857b092f9f4eef44de17405e2559"
                 *     }
                 */
                "application/json": {
                    /** @description The same each time that the event is delivered: count events by it */
                    eventId: string;
                    /** @constant */
                    eventType: "work_item.cancelled";
                    /**
                     * Format: date-time
                     * @description When it happened
                     */
                    timestamp: string;
                    /** @description Place of the event among those of its call; absent outside a call */
                    sequence?: number;
                    data: components["schemas"]["WorkItemEventData"];
                    /** @description `sha256=` and HMAC-SHA256 of the text of `data` by the secret. The headers carry the better one */
                    signature: string;
                };
            };
        };
        responses: {
            /** @description The receiver wants these no longer: the endpoint is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Received. What comes after fifteen seconds counts as a failure */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Tried again for days. `Retry-After` is honoured, redirects are not followed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onNumberAdded: {
        parameters: {
            query?: never;
            header: {
                /** @description Of the delivery, the same for each attempt */
                "webhook-id": string;
                /** @description When this attempt was made, in seconds since 1970 */
                "webhook-timestamp": string;
                /** @description `v1,` and base64 of HMAC-SHA256 of `{webhook-id}.{webhook-timestamp}.{body}`; two of them, with a space between, while a secret is being rotated */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "eventId": "number:019b7c40-0000-7000-8000-0000000000d0",
                 *       "eventType": "number.added",
                 *       "timestamp": "2026-01-15T10:30:09.210Z",
                 *       "sequence": 1,
                 *       "data": {
                 *         "phoneNumber": "+15145550100",
                 *         "provider": "twilio"
                 *       },
                 *       "signature": "sha256=6d79c343102281173dffbf41ceb4ead2016a39da712cbd1f88d94ca737f42bea"
                 *     }
                 */
                "application/json": {
                    /** @description The same each time that the event is delivered: count events by it */
                    eventId: string;
                    /** @constant */
                    eventType: "number.added";
                    /**
                     * Format: date-time
                     * @description When it happened
                     */
                    timestamp: string;
                    /** @description Place of the event among those of its call; absent outside a call */
                    sequence?: number;
                    data: components["schemas"]["NumberEventData"];
                    /** @description `sha256=` and HMAC-SHA256 of the text of `data` by the secret. The headers carry the better one */
                    signature: string;
                };
            };
        };
        responses: {
            /** @description The receiver wants these no longer: the endpoint is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Received. What comes after fifteen seconds counts as a failure */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Tried again for days. `Retry-After` is honoured, redirects are not followed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onNumberRemoved: {
        parameters: {
            query?: never;
            header: {
                /** @description Of the delivery, the same for each attempt */
                "webhook-id": string;
                /** @description When this attempt was made, in seconds since 1970 */
                "webhook-timestamp": string;
                /** @description `v1,` and base64 of HMAC-SHA256 of `{webhook-id}.{webhook-timestamp}.{body}`; two of them, with a space between, while a secret is being rotated */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "eventId": "number:019b7c40-0000-7000-8000-0000000000d1",
                 *       "eventType": "number.removed",
                 *       "timestamp": "2026-01-15T10:30:09.210Z",
                 *       "sequence": 1,
                 *       "data": {
                 *         "phoneNumber": "+15145550100",
                 *         "provider": "twilio"
                 *       },
                 *       "signature": "sha256=6d79c343102281173dffbf41ceb4ead2016a39da712cbd1f88d94ca737f42bea"
                 *     }
                 */
                "application/json": {
                    /** @description The same each time that the event is delivered: count events by it */
                    eventId: string;
                    /** @constant */
                    eventType: "number.removed";
                    /**
                     * Format: date-time
                     * @description When it happened
                     */
                    timestamp: string;
                    /** @description Place of the event among those of its call; absent outside a call */
                    sequence?: number;
                    data: components["schemas"]["NumberEventData"];
                    /** @description `sha256=` and HMAC-SHA256 of the text of `data` by the secret. The headers carry the better one */
                    signature: string;
                };
            };
        };
        responses: {
            /** @description The receiver wants these no longer: the endpoint is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Received. What comes after fifteen seconds counts as a failure */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Tried again for days. `Retry-After` is honoured, redirects are not followed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onEndpointDisabled: {
        parameters: {
            query?: never;
            header: {
                /** @description Of the delivery, the same for each attempt */
                "webhook-id": string;
                /** @description When this attempt was made, in seconds since 1970 */
                "webhook-timestamp": string;
                /** @description `v1,` and base64 of HMAC-SHA256 of `{webhook-id}.{webhook-timestamp}.{body}`; two of them, with a space between, while a secret is being rotated */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "eventId": "endpoint:019b7c40-0000-7000-8000-000000000003:disabled:1768473009210",
                 *       "eventType": "endpoint.disabled",
                 *       "timestamp": "2026-01-15T10:30:09.210Z",
                 *       "data": {
                 *         "endpointId": "019b7c40-0000-7000-8000-000000000003",
                 *         "url": "https://n8n.example.com/webhook/calls",
                 *         "reason": "failing"
                 *       },
                 *       "signature": "sha256=5e2e4f94549b04dd97d8eeb6af66142c01df2d31edb0caf5915f299ca9bdfb2c"
                 *     }
                 */
                "application/json": {
                    /** @description The same each time that the event is delivered: count events by it */
                    eventId: string;
                    /** @constant */
                    eventType: "endpoint.disabled";
                    /**
                     * Format: date-time
                     * @description When it happened
                     */
                    timestamp: string;
                    /** @description Place of the event among those of its call; absent outside a call */
                    sequence?: number;
                    data: {
                        /** Format: uuid */
                        endpointId: string;
                        url: string;
                        /**
                         * @description `gone`: the endpoint answered 410; `failing`: every attempt failed for five days
                         * @enum {string}
                         */
                        reason: "gone" | "failing";
                        /**
                         * @description In a test event, which a user or a program asked for
                         * @constant
                         */
                        test?: true;
                    };
                    /** @description `sha256=` and HMAC-SHA256 of the text of `data` by the secret. The headers carry the better one */
                    signature: string;
                };
            };
        };
        responses: {
            /** @description The receiver wants these no longer: the endpoint is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Received. What comes after fifteen seconds counts as a failure */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Tried again for days. `Retry-After` is honoured, redirects are not followed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onUsageRecorded: {
        parameters: {
            query?: never;
            header: {
                /** @description Of the delivery, the same for each attempt */
                "webhook-id": string;
                /** @description When this attempt was made, in seconds since 1970 */
                "webhook-timestamp": string;
                /** @description `v1,` and base64 of HMAC-SHA256 of `{webhook-id}.{webhook-timestamp}.{body}`; two of them, with a space between, while a secret is being rotated */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "eventId": "usage:2026-01-14",
                 *       "eventType": "usage.recorded",
                 *       "timestamp": "2026-01-15T10:30:09.210Z",
                 *       "data": {
                 *         "date": "2026-01-14",
                 *         "timeZone": "America/Toronto",
                 *         "totalCalls": 42,
                 *         "inboundCalls": 40,
                 *         "outboundCalls": 2,
                 *         "aiHandledCalls": 35,
                 *         "bookedCalls": 12,
                 *         "missedCalls": 3,
                 *         "transferredCalls": 4,
                 *         "voicemailCalls": 2,
                 *         "durationSeconds": 5460,
                 *         "billedMinutes": 112,
                 *         "providerCostCents": 815.25
                 *       },
                 *       "signature": "sha256=b9fd9bb42809743fb89d1b66a3780d0f1c2b6355f94333c113d8b1a95f6ba47f"
                 *     }
                 */
                "application/json": {
                    /** @description The same each time that the event is delivered: count events by it */
                    eventId: string;
                    /** @constant */
                    eventType: "usage.recorded";
                    /**
                     * Format: date-time
                     * @description When it happened
                     */
                    timestamp: string;
                    /** @description Place of the event among those of its call; absent outside a call */
                    sequence?: number;
                    data: {
                        /**
                         * Format: date
                         * @description The day, where the business is
                         */
                        date: string;
                        /** @description IANA name: days begin and end there */
                        timeZone: string;
                        totalCalls: number;
                        inboundCalls: number;
                        outboundCalls: number;
                        aiHandledCalls: number;
                        bookedCalls: number;
                        missedCalls: number;
                        transferredCalls: number;
                        voicemailCalls: number;
                        durationSeconds: number;
                        billedMinutes: number;
                        /** @description US cents, with fractions */
                        providerCostCents: number;
                        /**
                         * @description In a test event, which a user or a program asked for
                         * @constant
                         */
                        test?: true;
                    };
                    /** @description `sha256=` and HMAC-SHA256 of the text of `data` by the secret. The headers carry the better one */
                    signature: string;
                };
            };
        };
        responses: {
            /** @description The receiver wants these no longer: the endpoint is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Received. What comes after fifteen seconds counts as a failure */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Tried again for days. `Retry-After` is honoured, redirects are not followed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
}
