"""Simulated message gateways: far ends that speak the real protocols over TCP and fail as real ones do.

Each is a context manager with a port of its own (127.0.0.1) and plain values to read:

    with CmppGateway(source="901234", secret="…") as gateway:  # window=16, filters_duplicates=True
        gateway.address              # "127.0.0.1:40123"; also .port
        gateway.received             # whole texts: [Sms(to, text, receipts, at_s, parts, reference)]
        gateway.billed               # the same without what the duplicate filter (an hour) kept
        gateway.submits              # CMPP: every SUBMIT as it came, decoded
        gateway.inbox("15400000001") # what that phone shows: texts
        gateway.refused              # with what submissions were refused: ["8", …]
        gateway.violations           # what was against the protocol, in words: a good client leaves []
        gateway.logged_in            # CMPP: connections whose CONNECT was accepted
        gateway.reports_acknowledged # CMPP: DELIVER_RESPs with result 0
        gateway.test_link()          # CMPP: ACTIVE_TEST towards the client; .link_tests_answered
        gateway.swallowed            # bytes (HTTP: requests) taken while half open
        gateway.connections, gateway.accepted  # standing now, so far
        gateway.fault(throttle=3, answer_after_s=0.5)  # see faults.GatewayFaults; gateway.mend()
        gateway.go_down(); gateway.come_up()           # refuses connections; same port again
        gateway.hang_up()                              # ends the connections that stand
        gateway.wait_for(lambda: len(gateway.billed) == 3, within_s=10)  # raises NotInTime

    with AliyunGateway(
        key_id="…", secret="…", sign_names=("模拟大厅",),
        templates={"SMS_1": "您的办件可以取件，取件码${code}", "SMS_2": Template("…", kind="code")},
    ) as gateway:                    # limits=True, filters_duplicates=False (as the service: no idempotence)
        gateway.address              # "http://127.0.0.1:40124": the endpoint; SendSms and QuerySendDetails
        gateway.received[0].reference  # OutId; .receipts == (BizId,); .text has 【sign name】 before it
        gateway.queries              # how often QuerySendDetails was asked
        gateway.pending_reports()    # what the service's push (SmsReport) would carry

    with WebhookReceiver(secret="…") as partner:
        partner.address              # "http://127.0.0.1:40125/hooks/paihao"
        partner.hooks                # [Hook(key, path, content, at_s)], each that was taken
        partner.acted_on             # those with an Idempotency-Key that was new
        partner.refused              # HTTP statuses: 401 wrong or old signature, 429, …
    send_hook(url, {…}, secret="…", key="…", at_s=…, value="t=1,v1=00", certificate=path)  # a partner's own

Faults (all gateways; counts run down): `refuses`, `half_open`, `answer_after_s`, `lose_answers`,
`double_answers`, `throttle`, `refuse_with`, `garbage`, `cut_after_bytes`, `rate_per_s`, `reports` ("on-time",
"early", "twice", "never", "undelivered"), `report_after_s`.
`clock` (seconds since 1970) is what stamps are checked and duplicates filtered by; delays take real time.
Numbers of invented people begin with 154: of 2022's lists one of the few beginnings no operator was given.
"""

from sim.gateways.aliyun import AliyunGateway, Template
from sim.gateways.cmpp import CmppGateway
from sim.gateways.faults import GatewayFaults, Reports
from sim.gateways.post import Sms
from sim.gateways.webhook import Hook, WebhookReceiver, send_hook, signature

__all__ = [
    "AliyunGateway",
    "CmppGateway",
    "GatewayFaults",
    "Hook",
    "Reports",
    "Sms",
    "Template",
    "WebhookReceiver",
    "send_hook",
    "signature",
]
