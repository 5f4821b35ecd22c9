<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="zh_CN">
<context>
    <name>CabinetBoard</name>
    <message>
        <source>取件柜</source>
        <translation>Lockers</translation>
    </message>
    <message>
        <source>这个大厅没有取件柜。</source>
        <translation>This hall has no lockers.</translation>
    </message>
</context>
<context>
    <name>DoorForm</name>
    <message>
        <source>%1 天</source>
        <translation>%1 d</translation>
    </message>
    <message>
        <source>不做</source>
        <translation>Do not</translation>
    </message>
    <message>
        <source>多保存</source>
        <translation>Keep on</translation>
    </message>
    <message>
        <source>正在做…</source>
        <translation>Working…</translation>
    </message>
</context>
<context>
    <name>DoorPanel</name>
    <message>
        <source>关上</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>Doors</name>
    <message>
        <source>{at}，已过</source>
        <translation>{at}, past</translation>
    </message>
    <message>
        <source>{condition}，{at} 起</source>
        <translation>{condition} since {at}</translation>
    </message>
    <message>
        <source>{door} 号柜门</source>
        <translation>Door {door}</translation>
    </message>
    <message>
        <source>{door} 号柜门不再分配给存件，直到恢复使用。</source>
        <translation>Door {door} takes no deposits until it is back in service.</translation>
    </message>
    <message>
        <source>{door} 号柜门会远程打开，由柜前的同事取出、关门，再扫回执重新存入：系统另选一格，给新的取件码。</source>
        <translation>Door {door} opens from afar; a colleague there takes the case out, closes, scans its receipt and deposits it anew: behind another door, with a new code.</translation>
    </message>
    <message>
        <source>{door} 号柜门会远程打开，由柜前的同事取出、关门；之后在这里写明放在哪个取件架，办事人改到窗口取。</source>
        <translation>Door {door} opens from afar; a colleague there takes the case out and closes. Then name its shelf here: it is collected at a window.</translation>
    </message>
    <message>
        <source>{door} 号柜门会远程打开，由柜前的同事看里面有没有东西，然后关门；之后在这里说明柜内情况。</source>
        <translation>Door {door} opens from afar; a colleague there looks inside and closes. Then say here what was inside.</translation>
    </message>
    <message>
        <source>{door} 号柜门重新可以存件。请先确认里面是空的、门能开能关。</source>
        <translation>Door {door} takes deposits again. Make sure it is empty, opens and closes.</translation>
    </message>
    <message>
        <source>{purpose}，{at}，{state}</source>
        <translation>{purpose}, {at}, {state}</translation>
    </message>
    <message>
        <source>不知道</source>
        <translation>unknown</translation>
    </message>
    <message>
        <source>东西在里面：算存好，通知取件</source>
        <translation>It is inside: deposited, holder is told</translation>
    </message>
    <message>
        <source>东西还在：没有取出，继续保存</source>
        <translation>Still inside: not removed, is kept</translation>
    </message>
    <message>
        <source>东西还在：没有取走，继续保存</source>
        <translation>Still inside: not collected, is kept</translation>
    </message>
    <message>
        <source>中格</source>
        <translation>medium</translation>
    </message>
    <message>
        <source>保存到</source>
        <translation>Kept until</translation>
    </message>
    <message>
        <source>停用</source>
        <translation>Out of service</translation>
    </message>
    <message>
        <source>停用这一格</source>
        <translation>Out of service</translation>
    </message>
    <message>
        <source>关着</source>
        <translation>closed</translation>
    </message>
    <message>
        <source>再问一次：有同事站在 {door} 号柜门前吗？门一开，站在那里的人就能伸手进去。</source>
        <translation>Asked once more: does a colleague stand at door {door}? Once open, whoever stands there can reach in.</translation>
    </message>
    <message>
        <source>准备开门…</source>
        <translation>Open it…</translation>
    </message>
    <message>
        <source>办件</source>
        <translation>Case</translation>
    </message>
    <message>
        <source>办件在 {door} 号柜门里多保存几天，这几天取件码有效；留了手机号的，快到期时再提醒一次。</source>
        <translation>The case stays behind door {door} for some more days, its code good meanwhile; a holder with a phone is reminded once more.</translation>
    </message>
    <message>
        <source>卡住</source>
        <translation>Stuck</translation>
    </message>
    <message>
        <source>取回</source>
        <translation>removal</translation>
    </message>
    <message>
        <source>取回窗口</source>
        <translation>Return to window</translation>
    </message>
    <message>
        <source>大格</source>
        <translation>large</translation>
    </message>
    <message>
        <source>存件</source>
        <translation>deposit</translation>
    </message>
    <message>
        <source>小格</source>
        <translation>small</translation>
    </message>
    <message>
        <source>已停用</source>
        <translation>yes</translation>
    </message>
    <message>
        <source>已经取出：在工作人员手上</source>
        <translation>Taken out: staff have it</translation>
    </message>
    <message>
        <source>已结束</source>
        <translation>over</translation>
    </message>
    <message>
        <source>已被本人取走：算交付</source>
        <translation>Its holder took it: handed over</translation>
    </message>
    <message>
        <source>应该是空的，里面却有东西。请人取出，再恢复使用。</source>
        <translation>It should be empty and is not. Have it taken out, then put the door back in service.</translation>
    </message>
    <message>
        <source>应该有，却是空的：办件缺失，告警</source>
        <translation>Should be there and is not: case missing, alarm</translation>
    </message>
    <message>
        <source>延长保存</source>
        <translation>Keep longer</translation>
    </message>
    <message>
        <source>开着</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>开门</source>
        <translation>Unlocking</translation>
    </message>
    <message>
        <source>开门时就是空的：办件缺失，告警</source>
        <translation>Was empty when opened: case missing, alarm</translation>
    </message>
    <message>
        <source>开门查验</source>
        <translation>Inspect</translation>
    </message>
    <message>
        <source>强开</source>
        <translation>Forced</translation>
    </message>
    <message>
        <source>待核</source>
        <translation>Unsure</translation>
    </message>
    <message>
        <source>恢复使用</source>
        <translation>Back in service</translation>
    </message>
    <message>
        <source>情况不明</source>
        <translation>Unknown</translation>
    </message>
    <message>
        <source>换一格</source>
        <translation>Another door</translation>
    </message>
    <message>
        <source>是空的，本人没有拿到：办件缺失，告警</source>
        <translation>Empty, and its holder did not get it: missing, alarm</translation>
    </message>
    <message>
        <source>有不明物品</source>
        <translation>Not empty</translation>
    </message>
    <message>
        <source>有件</source>
        <translation>Full</translation>
    </message>
    <message>
        <source>未关</source>
        <translation>Left open</translation>
    </message>
    <message>
        <source>柜门</source>
        <translation>Door</translation>
    </message>
    <message>
        <source>查验</source>
        <translation>inspection</translation>
    </message>
    <message>
        <source>没有开门指令，门却开了。派人去看，开门查验后说明柜内情况。</source>
        <translation>It opened without an order. Send somebody, inspect it, then say what is inside.</translation>
    </message>
    <message>
        <source>没有打开</source>
        <translation>did not open</translation>
    </message>
    <message>
        <source>没看到上次开门的结果。请人去看，再说明柜内情况。</source>
        <translation>How the last unlocking ended was not seen. Have somebody look, then say what is inside.</translation>
    </message>
    <message>
        <source>没看到结果</source>
        <translation>end not seen</translation>
    </message>
    <message>
        <source>现在开 {door} 号柜门</source>
        <translation>Open door {door} now</translation>
    </message>
    <message>
        <source>空</source>
        <translation>Free</translation>
    </message>
    <message>
        <source>等取件柜去开</source>
        <translation>waits for the cabinet</translation>
    </message>
    <message>
        <source>我看到的就是这样</source>
        <translation>This is what was seen</translation>
    </message>
    <message>
        <source>等待开门</source>
        <translation>Pending</translation>
    </message>
    <message>
        <source>让它开，它没开。请人看看是否被卡住，再开门查验：能开就自动恢复。</source>
        <translation>Told to open, it stayed shut. Have somebody see what blocks it, then inspect: if it opens, all is well.</translation>
    </message>
    <message>
        <source>说明柜内情况</source>
        <translation>Say what is inside</translation>
    </message>
    <message>
        <source>请只按亲眼看到的说：由它决定办件算已交付、还在柜里，还是缺失。您的工号记入日志账。</source>
        <translation>Say only what was seen: it decides whether the case counts as handed over, inside or missing. Your number is journaled.</translation>
    </message>
    <message>
        <source>请柜前的人把门关上；关上后系统自己知道。</source>
        <translation>Have somebody there close it; the system sees when it is closed.</translation>
    </message>
    <message>
        <source>过了保存期限，在柜里已经领不了。延长保存，或取回窗口。</source>
        <translation>Kept too long: it cannot be collected here any more. Keep it longer, or return it to a window.</translation>
    </message>
    <message>
        <source>这台取件柜没有连线，远程打不开门；要开请用柜子的钥匙。</source>
        <translation>No line to this cabinet: its doors open with its key only.</translation>
    </message>
    <message>
        <source>逾期未取</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>里面是空的</source>
        <translation>It is empty</translation>
    </message>
    <message>
        <source>里面是空的：没有存，办件还在送件员手上</source>
        <translation>Empty: not deposited, the courier still has it</translation>
    </message>
    <message>
        <source>里面有东西</source>
        <translation>Something is inside</translation>
    </message>
    <message>
        <source>锁</source>
        <translation>Lock</translation>
    </message>
    <message>
        <source>锁控板 {board}，通道 {channel}</source>
        <translation>board {board}, channel {channel}</translation>
    </message>
    <message>
        <source>锁控板没有应答。检查锁控板的电源和连线。</source>
        <translation>Its lock board does not answer. Check the board's power and cable.</translation>
    </message>
    <message>
        <source>门已开，还没关</source>
        <translation>open, not closed yet</translation>
    </message>
    <message>
        <source>领取</source>
        <translation>collection</translation>
    </message>
</context>
<context>
    <name>Lockers</name>
    <message>
        <source> · 逾期 {overdue}</source>
        <translation> · overdue {overdue}</translation>
    </message>
    <message>
        <source>{cabinet} {door} 号柜门，{size}，{state}</source>
        <translation>{cabinet} door {door}, {size}, {state}</translation>
    </message>
    <message>
        <source>取件码输错太多，{at} 前不能输码。</source>
        <translation>Too many wrong codes: none is taken until {at}.</translation>
    </message>
    <message>
        <source>已取出：放在哪个取件架？</source>
        <translation>taken out: on which shelf?</translation>
    </message>
    <message>
        <source>有件 {holding} / {all}</source>
        <translation>full {holding} / {all}</translation>
    </message>
    <message>
        <source>没有连线</source>
        <translation>no line</translation>
    </message>
    <message>
        <source>没有连线：显示的是断线前的情况。看看它的电源和网线。</source>
        <translation>No line: shown as it was before. Check its power and network.</translation>
    </message>
    <message>
        <source>空：{listed}</source>
        <translation>Free: {listed}</translation>
    </message>
    <message>
        <source>缺失：找到后放上取件架</source>
        <translation>missing: put it on a shelf once found</translation>
    </message>
</context>
<context>
    <name>LockersPanel</name>
    <message>
        <source>解除输码锁定</source>
        <translation>Take codes again</translation>
    </message>
    <message>
        <source>柜门</source>
        <translation>Doors</translation>
    </message>
    <message>
        <source>点一扇门，看里面是什么、能做什么。</source>
        <translation>Press a door to see what is inside and what can be done.</translation>
    </message>
    <message>
        <source>要找地方放的办件</source>
        <translation>Cases that need a place</translation>
    </message>
</context>
<context>
    <name>LoosePanel</name>
    <message>
        <source>拿到手里了，才在这里写明放在哪里。从现在起它在窗口等人来取，不再算缺失。要重新存进柜子，请在取件柜上扫它的回执，不用写这里。</source>
        <translation>Say where it lies only once you have it in your hands. From now on it waits at the window and is not missing any more. To deposit it anew, scan its receipt at the cabinet instead.</translation>
    </message>
    <message>
        <source>放在哪个取件架（如 A-3；不写办事人的姓名）</source>
        <translation>On which shelf (such as A-3; no names)</translation>
    </message>
    <message>
        <source>放在这个取件架</source>
        <translation>Put on this shelf</translation>
    </message>
    <message>
        <source>正在做…</source>
        <translation>Working…</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>{at} · 试了 {attempts} 次</source>
        <translation>{at} · tried {attempts}×</translation>
    </message>
    <message>
        <source>{count} 条信息马上再发一次，发给原来登记的号码；发出前会再核对是否还有意义。</source>
        <translation>{count} go out once more, to the numbers on file; before that it is checked whether they still make sense.</translation>
    </message>
    <message>
        <source>{kind} {count}</source>
        <translation>{kind} {count}</translation>
    </message>
    <message>
        <source>{reason}：{count} 条</source>
        <translation>{reason}: {count}</translation>
    </message>
    <message>
        <source>一直没能发出，过了时间</source>
        <translation>Could not go out in time</translation>
    </message>
    <message>
        <source>不通，{at} 起 · {lasted}</source>
        <translation>away since {at} · {lasted}</translation>
    </message>
    <message>
        <source>今天还没有信息。</source>
        <translation>No messages today.</translation>
    </message>
    <message>
        <source>今天：{listed}</source>
        <translation>Today: {listed}</translation>
    </message>
    <message>
        <source>发送渠道已删除</source>
        <translation>Its carrier was taken away</translation>
    </message>
    <message>
        <source>发送程序出错</source>
        <translation>Carrier program failed</translation>
    </message>
    <message>
        <source>取件到期提醒</source>
        <translation>Locker about to expire</translation>
    </message>
    <message>
        <source>取件通知</source>
        <translation>Result ready</translation>
    </message>
    <message>
        <source>叫号通知</source>
        <translation>Called</translation>
    </message>
    <message>
        <source>号码不对</source>
        <translation>Wrong number</translation>
    </message>
    <message>
        <source>号码已按期清除</source>
        <translation>Number erased, retention over</translation>
    </message>
    <message>
        <source>已发 {sent}</source>
        <translation>sent {sent}</translation>
    </message>
    <message>
        <source>已发出</source>
        <translation>sent</translation>
    </message>
    <message>
        <source>已送达</source>
        <translation>delivered</translation>
    </message>
    <message>
        <source>待发</source>
        <translation>waiting</translation>
    </message>
    <message>
        <source>待重试</source>
        <translation>to be tried again</translation>
    </message>
    <message>
        <source>快到号提醒</source>
        <translation>Few ahead</translation>
    </message>
    <message>
        <source>手机一直不通，运营商放弃了</source>
        <translation>Phone off, operator gave up</translation>
    </message>
    <message>
        <source>明日预约提醒</source>
        <translation>Appointment tomorrow</translation>
    </message>
    <message>
        <source>最后一次试 {at}</source>
        <translation>last tried {at}</translation>
    </message>
    <message>
        <source>最早的 {lasted}</source>
        <translation>oldest {lasted}</translation>
    </message>
    <message>
        <source>未送达</source>
        <translation>undelivered</translation>
    </message>
    <message>
        <source>正在发 {count}</source>
        <translation>in hand {count}</translation>
    </message>
    <message>
        <source>正常，{at} 起</source>
        <translation>up since {at}</translation>
    </message>
    <message>
        <source>死信</source>
        <translation>dead letters</translation>
    </message>
    <message>
        <source>每分钟 {rate}</source>
        <translation>{rate} a minute</translation>
    </message>
    <message>
        <source>没有短信模板</source>
        <translation>No template</translation>
    </message>
    <message>
        <source>渠道退回（{code}）</source>
        <translation>Carrier refuses ({code})</translation>
    </message>
    <message>
        <source>登记的不是手机号</source>
        <translation>No mobile number</translation>
    </message>
    <message>
        <source>短信太长</source>
        <translation>Text too long</translation>
    </message>
    <message>
        <source>短信模板没有通过</source>
        <translation>Template not approved</translation>
    </message>
    <message>
        <source>短信模板缺内容</source>
        <translation>Template lacks a part</translation>
    </message>
    <message>
        <source>被免打扰时段拖过了时间</source>
        <translation>Quiet hours outlasted it</translation>
    </message>
    <message>
        <source>评价链接</source>
        <translation>Rating link</translation>
    </message>
    <message>
        <source>该号码今天收到的太多</source>
        <translation>Number had its fill today</translation>
    </message>
    <message>
        <source>运营商报告没有送到</source>
        <translation>Operator: not delivered</translation>
    </message>
    <message>
        <source>还没有用过</source>
        <translation>not used yet</translation>
    </message>
    <message>
        <source>重发 {count} 条</source>
        <translation>Send {count} again</translation>
    </message>
</context>
<context>
    <name>MessagesPanel</name>
    <message>
        <source>不做</source>
        <translation>Do not</translation>
    </message>
    <message>
        <source>全部重发</source>
        <translation>All again</translation>
    </message>
    <message>
        <source>发送渠道</source>
        <translation>Carriers</translation>
    </message>
    <message>
        <source>正在做…</source>
        <translation>Working…</translation>
    </message>
    <message>
        <source>正在问大厅服务器…</source>
        <translation>Asking the hall…</translation>
    </message>
    <message>
        <source>没有发送渠道，信息不会发出。请管理员在 hall.toml 里配置。</source>
        <translation>There is no carrier: nothing is sent. The administrator names one in hall.toml.</translation>
    </message>
    <message>
        <source>没有死信。</source>
        <translation>No dead letters.</translation>
    </message>
    <message>
        <source>没有送到的（死信）</source>
        <translation>Did not get through (dead letters)</translation>
    </message>
    <message>
        <source>等着发出</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>重发</source>
        <translation>Again</translation>
    </message>
</context>
</TS>
