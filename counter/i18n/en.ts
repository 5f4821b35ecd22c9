<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="zh_CN">
<context>
    <name>CaseWords</name>
    <message>
        <source>延长到 %1</source>
        <translation>Kept until %1</translation>
    </message>
    <message>
        <source>取走，在途</source>
        <translation>Taken, on its way</translation>
    </message>
    <message>
        <source>放到</source>
        <translation>Put on</translation>
    </message>
    <message>
        <source>存入</source>
        <translation>Deposited in</translation>
    </message>
    <message>
        <source>取回</source>
        <translation>Taken out of</translation>
    </message>
    <message>
        <source>%1 号窗口，工号 %2</source>
        <translation>window %1, No. %2</translation>
    </message>
    <message>
        <source>工号 %1</source>
        <translation>No. %1</translation>
    </message>
    <message>
        <source>送件员 %1</source>
        <translation>courier %1</translation>
    </message>
    <message>
        <source>值班主任 %1</source>
        <translation>supervisor %1</translation>
    </message>
    <message>
        <source>导办 %1</source>
        <translation>guide %1</translation>
    </message>
    <message>
        <source>本人</source>
        <translation>its holder</translation>
    </message>
    <message>
        <source>系统对接 %1</source>
        <translation>by %1</translation>
    </message>
    <message>
        <source>找不到</source>
        <translation>Missing</translation>
    </message>
    <message>
        <source>架 %1</source>
        <translation>Shelf %1</translation>
    </message>
    <message>
        <source>柜 %1/%2</source>
        <translation>Door %1/%2</translation>
    </message>
    <message>
        <source>未上架</source>
        <translation>No shelf</translation>
    </message>
    <message>
        <source>窗口取件</source>
        <translation>At a window</translation>
    </message>
    <message>
        <source>取件柜</source>
        <translation>Locker</translation>
    </message>
    <message>
        <source>邮寄</source>
        <translation>By post</translation>
    </message>
    <message>
        <source>待领取</source>
        <translation>To collect</translation>
    </message>
    <message>
        <source>逾期未取</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>取件架</source>
        <translation>Shelf</translation>
    </message>
    <message>
        <source>柜内</source>
        <translation>In locker</translation>
    </message>
    <message>
        <source>合作柜</source>
        <translation>Partner</translation>
    </message>
    <message>
        <source>已寄出</source>
        <translation>Posted</translation>
    </message>
    <message>
        <source>在办</source>
        <translation>In progress</translation>
    </message>
    <message>
        <source>已了结</source>
        <translation>Done</translation>
    </message>
    <message numerus="yes">
        <source>再留 %n 天</source>
        <translation>
            <numerusform>%n more day</numerusform>
            <numerusform>%n more days</numerusform>
        </translation>
    </message>
    <message>
        <source>办好了</source>
        <translation>Finished</translation>
    </message>
    <message>
        <source>交付给本人</source>
        <translation>Hand over</translation>
    </message>
    <message>
        <source>上取件架</source>
        <translation>Put on shelf</translation>
    </message>
    <message>
        <source>寄出</source>
        <translation>Post</translation>
    </message>
    <message>
        <source>交合作柜</source>
        <translation>To partner locker</translation>
    </message>
    <message>
        <source>退回部门</source>
        <translation>Return to department</translation>
    </message>
    <message>
        <source>延长保留</source>
        <translation>Keep longer</translation>
    </message>
    <message>
        <source>补打受理回执</source>
        <translation>Reprint acceptance</translation>
    </message>
    <message>
        <source>补打交付凭证</source>
        <translation>Reprint hand-over</translation>
    </message>
    <message>
        <source>架号，如 A-03</source>
        <translation>Shelf, such as A-03</translation>
    </message>
    <message>
        <source>快递单号</source>
        <translation>Tracking number</translation>
    </message>
    <message>
        <source>合作柜和单号，如 蜜蜂箱 8841</source>
        <translation>Partner and reference: Bees 8841</translation>
    </message>
    <message>
        <source>手机号，不留就空着</source>
        <translation>Mobile number, or leave empty</translation>
    </message>
    <message>
        <source>扫回执，或输办件编号</source>
        <translation>Scan the receipt, or type the case</translation>
    </message>
    <message>
        <source>找不到，正在查</source>
        <translation>Not found; being looked for</translation>
    </message>
    <message>
        <source>已交付</source>
        <translation>Handed over</translation>
    </message>
    <message>
        <source>已退回部门</source>
        <translation>Returned to the department</translation>
    </message>
    <message>
        <source>逾期未取 · %1</source>
        <translation>Overdue · %1</translation>
    </message>
    <message>
        <source>取件架 %1</source>
        <translation>Shelf %1</translation>
    </message>
    <message>
        <source>取件柜 %1，%2 号柜门</source>
        <translation>Locker %1, door %2</translation>
    </message>
    <message>
        <source>合作柜 %1</source>
        <translation>Partner locker %1</translation>
    </message>
    <message>
        <source>已寄出 %1</source>
        <translation>Posted %1</translation>
    </message>
    <message>
        <source>办好了，还没放到取件处</source>
        <translation>Finished, not yet put anywhere</translation>
    </message>
    <message>
        <source>，留到 %1</source>
        <translation>, until %1</translation>
    </message>
    <message>
        <source>现在</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>事项</source>
        <translation>Matter</translation>
    </message>
    <message>
        <source>取件方式</source>
        <translation>Pickup</translation>
    </message>
    <message>
        <source>短信</source>
        <translation>Messages</translation>
    </message>
    <message>
        <source>受理</source>
        <translation>Accepted</translation>
    </message>
    <message>
        <source>办好</source>
        <translation>Finished</translation>
    </message>
    <message>
        <source>留到</source>
        <translation>Kept until</translation>
    </message>
    <message>
        <source>交付</source>
        <translation>Handed over</translation>
    </message>
    <message>
        <source>留了手机号</source>
        <translation>Phone given</translation>
    </message>
    <message>
        <source>没留手机号</source>
        <translation>No phone</translation>
    </message>
</context>
<context>
    <name>Counter</name>
    <message>
        <source>叫号和办理记录都在服务器上，不会丢失。恢复后自动连接，无需操作。</source>
        <translation>Calls and records are safe on the server. The counter connects again by itself.</translation>
    </message>
</context>
<context>
    <name>DockPage</name>
    <message>
        <source>%1 号窗口</source>
        <translation>Window %1</translation>
    </message>
    <message>
        <source>办完后暂停：%1</source>
        <translation>Paused after this: %1</translation>
    </message>
</context>
<context>
    <name>FullPage</name>
    <message>
        <source>%1 号窗口</source>
        <translation>Window %1</translation>
    </message>
    <message>
        <source>这一位没有材料清单。</source>
        <translation>There is no list of papers for this one.</translation>
    </message>
    <message>
        <source>叫号后，这里显示材料清单。</source>
        <translation>The papers to check show here after a call.</translation>
    </message>
    <message>
        <source>办完后暂停：%1</source>
        <translation>Paused after this: %1</translation>
    </message>
</context>
<context>
    <name>HeldList</name>
    <message>
        <source>已回来，下一位先叫</source>
        <translation>Is back: called next</translation>
    </message>
    <message numerus="yes">
        <source>%1；留到 %2，还有 %n 分钟</source>
        <translation>
            <numerusform>%1; until %2 (%n min)</numerusform>
            <numerusform>%1; until %2 (%n min)</numerusform>
        </translation>
    </message>
    <message>
        <source>回来了</source>
        <translation>Back</translation>
    </message>
</context>
<context>
    <name>LogInPage</name>
    <message>
        <source>窗口人员登录</source>
        <translation>Clerk log-in</translation>
    </message>
    <message>
        <source>窗口</source>
        <translation>Window</translation>
    </message>
    <message>
        <source>%1 号</source>
        <translation>No. %1</translation>
    </message>
    <message>
        <source>正在登录</source>
        <translation>Logging in</translation>
    </message>
    <message>
        <source>登录</source>
        <translation>Log in</translation>
    </message>
    <message>
        <source>也可以把员工卡放到读卡器上。</source>
        <translation>Or lay your staff card on the reader.</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>窗口终端</source>
        <translation>Counter</translation>
    </message>
    <message>
        <source>日间显示</source>
        <translation>Day colours</translation>
    </message>
    <message>
        <source>高对比显示</source>
        <translation>High contrast</translation>
    </message>
</context>
<context>
    <name>MainActs</name>
    <message numerus="yes">
        <source>还差 %n 次</source>
        <translation>
            <numerusform>%n call short</numerusform>
            <numerusform>%n calls short</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MaterialsTitle</name>
    <message>
        <source>材料 %1/%2</source>
        <translation>Papers %1/%2</translation>
    </message>
</context>
<context>
    <name>NoTicket</name>
    <message>
        <source>窗口未开</source>
        <translation>Window closed</translation>
    </message>
    <message>
        <source>窗口已暂停</source>
        <translation>The window is paused</translation>
    </message>
    <message>
        <source>暂时没有人等候</source>
        <translation>Nobody is waiting now</translation>
    </message>
    <message numerus="yes">
        <source>有 %n 人在等候</source>
        <translation>
            <numerusform>%n is waiting</numerusform>
            <numerusform>%n are waiting</numerusform>
        </translation>
    </message>
    <message>
        <source>按 %1 开窗，开始叫号。</source>
        <translation>Press %1 to open it and call.</translation>
    </message>
    <message>
        <source>有人取号后，这里会显示。</source>
        <translation>It shows here when somebody takes a number.</translation>
    </message>
    <message>
        <source>按 %1 叫下一位。</source>
        <translation>Press %1 to call the next one.</translation>
    </message>
</context>
<context>
    <name>NoticeWords</name>
    <message>
        <source>服务器暂时连不上</source>
        <translation>The server is away</translation>
    </message>
    <message>
        <source>这个人那天已有预约</source>
        <translation>This person has an appointment on that day</translation>
    </message>
    <message>
        <source>手上还有已叫的号</source>
        <translation>A called ticket is in hand</translation>
    </message>
    <message>
        <source>这个人暂时不能预约</source>
        <translation>This person may not book for now</translation>
    </message>
    <message>
        <source>已预约 %1</source>
        <translation>Booked for %1</translation>
    </message>
    <message numerus="yes">
        <source>还需再呼叫 %n 次</source>
        <translation>
            <numerusform>%n more call is needed</numerusform>
            <numerusform>%n more calls are needed</numerusform>
        </translation>
    </message>
    <message>
        <source>还没有叫号</source>
        <translation>Nobody has been called</translation>
    </message>
    <message>
        <source>员工卡已经在读卡处</source>
        <translation>A staff card is already lying on the reader</translation>
    </message>
    <message>
        <source>不知道这位是谁</source>
        <translation>The person is not known</translation>
    </message>
    <message>
        <source>已受理 %1</source>
        <translation>Accepted: %1</translation>
    </message>
    <message>
        <source>办件编号不对</source>
        <translation>That is no number of a case</translation>
    </message>
    <message>
        <source>这一件不在窗口</source>
        <translation>This one is not at the window</translation>
    </message>
    <message>
        <source>这一件逾期了</source>
        <translation>This one is overdue</translation>
    </message>
    <message>
        <source>%1 已交付</source>
        <translation>%1 is handed over</translation>
    </message>
    <message>
        <source>这个办件已经领走</source>
        <translation>The case was collected already</translation>
    </message>
    <message>
        <source>这一件在取件柜里</source>
        <translation>This one is in a locker</translation>
    </message>
    <message>
        <source>%1 已延长保留</source>
        <translation>%1 is kept longer</translation>
    </message>
    <message>
        <source>还没填办件编号</source>
        <translation>The number of the case is missing</translation>
    </message>
    <message>
        <source>这一件还没办好</source>
        <translation>This one is not finished</translation>
    </message>
    <message>
        <source>%1 已登记寄出</source>
        <translation>%1 is noted as posted</translation>
    </message>
    <message>
        <source>%1 办好了</source>
        <translation>%1 is finished</translation>
    </message>
    <message>
        <source>这一件已退回部门</source>
        <translation>This one went back to its department</translation>
    </message>
    <message>
        <source>%1 已退回部门</source>
        <translation>%1 went back to its department</translation>
    </message>
    <message>
        <source>%1 已上架</source>
        <translation>%1 is on the shelf</translation>
    </message>
    <message>
        <source>%1 已交合作柜</source>
        <translation>%1 is with the partner</translation>
    </message>
    <message>
        <source>已交付 %1 件</source>
        <translation>Handed over: %1</translation>
    </message>
    <message>
        <source>还没有选</source>
        <translation>Nothing is chosen</translation>
    </message>
    <message>
        <source>那位同事正在办理</source>
        <translation>That colleague is at work</translation>
    </message>
    <message>
        <source>您已在别的窗口登录</source>
        <translation>You are logged in at another window</translation>
    </message>
    <message>
        <source>手上的号还在办理</source>
        <translation>A service is under way</translation>
    </message>
    <message>
        <source>您的工号不能做这一步</source>
        <translation>Your account may not do this</translation>
    </message>
    <message>
        <source>请先打开办件</source>
        <translation>Open a case first</translation>
    </message>
    <message>
        <source>大厅未营业</source>
        <translation>The hall is closed</translation>
    </message>
    <message>
        <source>服务器没有回答</source>
        <translation>The server did not answer</translation>
    </message>
    <message>
        <source>已加办一项</source>
        <translation>The matter was added</translation>
    </message>
    <message>
        <source>这个业务不能预约</source>
        <translation>This cannot be booked</translation>
    </message>
    <message>
        <source>本机没有打印机</source>
        <translation>No printer here</translation>
    </message>
    <message>
        <source>没有这个办件</source>
        <translation>There is no such case</translation>
    </message>
    <message>
        <source>这一项已经不在了</source>
        <translation>That part is gone</translation>
    </message>
    <message>
        <source>没有这个时段</source>
        <translation>There is no such slot</translation>
    </message>
    <message>
        <source>今天没有这个号</source>
        <translation>There is no such number today</translation>
    </message>
    <message>
        <source>大厅没有这个窗口</source>
        <translation>The hall has no such window</translation>
    </message>
    <message>
        <source>没有等着回来的号</source>
        <translation>No number waits for its holder</translation>
    </message>
    <message>
        <source>您今天还没有办过号</source>
        <translation>You have served nobody yet</translation>
    </message>
    <message>
        <source>暂时没有人等候</source>
        <translation>Nobody is waiting now</translation>
    </message>
    <message>
        <source>这个工号不坐窗口</source>
        <translation>This person sits at no window</translation>
    </message>
    <message>
        <source>手上没有已叫的号</source>
        <translation>No called ticket in hand</translation>
    </message>
    <message>
        <source>没有窗口办这个业务</source>
        <translation>No window does this</translation>
    </message>
    <message>
        <source>窗口没有暂停</source>
        <translation>The window is not paused</translation>
    </message>
    <message>
        <source>“%1”没有发出</source>
        <translation>“%1” was not sent</translation>
    </message>
    <message>
        <source>那个窗口不办这个业务，或没开</source>
        <translation>That window does not do this, or is closed</translation>
    </message>
    <message>
        <source>手上没有办理中的号</source>
        <translation>No service is under way</translation>
    </message>
    <message>
        <source>这个号不在您的窗口</source>
        <translation>The number is not at your window</translation>
    </message>
    <message>
        <source>本机不能用于这个窗口</source>
        <translation>Not a window of this computer</translation>
    </message>
    <message>
        <source>留言已撤回</source>
        <translation>The note was taken back</translation>
    </message>
    <message>
        <source>留言已写好</source>
        <translation>The note is written</translation>
    </message>
    <message>
        <source>这个号没有要受理的事</source>
        <translation>Nothing to accept on this number</translation>
    </message>
    <message>
        <source>还没选转到哪里</source>
        <translation>Nowhere to send it</translation>
    </message>
    <message>
        <source>手上的号变了</source>
        <translation>The number in hand is another</translation>
    </message>
    <message>
        <source>窗口还没有开</source>
        <translation>The window is closed</translation>
    </message>
    <message>
        <source>请再输密码</source>
        <translation>Type your password, too</translation>
    </message>
    <message>
        <source>手机号不对</source>
        <translation>This is no phone number</translation>
    </message>
    <message>
        <source>还没填放到哪里</source>
        <translation>Where it goes is missing</translation>
    </message>
    <message>
        <source>还没写原因</source>
        <translation>A reason is missing</translation>
    </message>
    <message>
        <source>原因里不能有号码</source>
        <translation>No numbers of persons in a reason</translation>
    </message>
    <message>
        <source>%1 的回执没打出来</source>
        <translation>No receipt for %1</translation>
    </message>
    <message>
        <source>%1 正在补打</source>
        <translation>Printing %1 again</translation>
    </message>
    <message>
        <source>%1 的回执不知道打出来没有</source>
        <translation>Unsure about the receipt for %1</translation>
    </message>
    <message>
        <source>%1 已通知取件</source>
        <translation>%1 can be collected</translation>
    </message>
    <message>
        <source>今天不能再约了</source>
        <translation>No more bookings for today</translation>
    </message>
    <message>
        <source>登录已失效</source>
        <translation>The session has ended</translation>
    </message>
    <message>
        <source>这个时段满了</source>
        <translation>The slot is full</translation>
    </message>
    <message>
        <source>这个时段已经开始</source>
        <translation>The slot has begun</translation>
    </message>
    <message>
        <source>还没写内容</source>
        <translation>Nothing is written</translation>
    </message>
    <message>
        <source>这个号已经结束</source>
        <translation>The number has ended</translation>
    </message>
    <message>
        <source>还没到过号的时间</source>
        <translation>Too early for a no-show</translation>
    </message>
    <message>
        <source>呼叫次数还不够</source>
        <translation>Not called often enough</translation>
    </message>
    <message>
        <source>这个号上的事项满了</source>
        <translation>The number has its most matters</translation>
    </message>
    <message>
        <source>这个号不能再挂起</source>
        <translation>The number was held too often</translation>
    </message>
    <message>
        <source>不是本大厅的员工卡</source>
        <translation>No staff card of this hall</translation>
    </message>
    <message>
        <source>窗口已经开着</source>
        <translation>The window is open already</translation>
    </message>
    <message>
        <source>手上还有号</source>
        <translation>A ticket is still in hand</translation>
    </message>
    <message>
        <source>还没填窗口号</source>
        <translation>The window is missing</translation>
    </message>
    <message>
        <source>窗口已暂停</source>
        <translation>The window is paused</translation>
    </message>
    <message>
        <source>这个窗口有人在用</source>
        <translation>Somebody else has this window</translation>
    </message>
    <message>
        <source>这个窗口无人值守</source>
        <translation>Nobody sits at this window</translation>
    </message>
    <message>
        <source>这个号现在不能这样做</source>
        <translation>That cannot be done with this number now</translation>
    </message>
    <message>
        <source>服务器没有接受</source>
        <translation>The server refused</translation>
    </message>
    <message>
        <source>请改约别的日子，或先取消原来的。</source>
        <translation>Choose another day, or cancel that one first.</translation>
    </message>
    <message>
        <source>人到了按“开始办理”；没来按“重呼”，再按“过号”。</source>
        <translation>Press Start if they came; else Recall, then No-show.</translation>
    </message>
    <message>
        <source>多次爽约后有一段时间不能预约，届时可以当天取号。</source>
        <translation>After missed appointments; a number in the hall is always possible.</translation>
    </message>
    <message>
        <source>请告诉办事人带上身份证和材料。</source>
        <translation>Tell the person to bring the ID card and the papers.</translation>
    </message>
    <message>
        <source>呼叫次数够了才能过号，免得办事人白等。请按“重呼”。</source>
        <translation>Press Recall: people get enough calls before they lose their turn.</translation>
    </message>
    <message>
        <source>请先按“叫下一位”。</source>
        <translation>Press Call next first.</translation>
    </message>
    <message>
        <source>请拿起再放一次，或输入工号和密码。</source>
        <translation>Lift it and lay it down again, or type number and password.</translation>
    </message>
    <message>
        <source>这个号没有登记身份，请办事人刷卡预约。</source>
        <translation>This number was taken without a card: book at a kiosk with the card.</translation>
    </message>
    <message>
        <source>回执正在打印，请交给办事人。</source>
        <translation>The receipt is printing: hand it to the citizen.</translation>
    </message>
    <message>
        <source>本机没有打印机，请把编号写给办事人。</source>
        <translation>No printer here: write the code down for the citizen.</translation>
    </message>
    <message>
        <source>请照受理单填写；不要填身份证号。</source>
        <translation>Write it as on the receipt; never an ID number.</translation>
    </message>
    <message>
        <source>看它现在在哪里：柜里的凭取件码取，寄出的等快递。</source>
        <translation>See where it is: from a locker by pickup code, by post to the door.</translation>
    </message>
    <message>
        <source>可以交付，或延长保留。</source>
        <translation>Hand it over, or keep it longer.</translation>
    </message>
    <message>
        <source>交付凭证请交给办事人。</source>
        <translation>Give the receipt to the citizen.</translation>
    </message>
    <message>
        <source>请核对编号。</source>
        <translation>Check its number.</translation>
    </message>
    <message>
        <source>请办事人去柜前取；要拿回来，用员工卡在柜前取回。</source>
        <translation>It is collected at the locker; to take it back, use a staff card there.</translation>
    </message>
    <message>
        <source>留了手机号的会收到短信。</source>
        <translation>Who gave a phone number gets a message.</translation>
    </message>
    <message>
        <source>请照受理单填写。</source>
        <translation>Write it as on the receipt.</translation>
    </message>
    <message>
        <source>办好后先按“办好了”。</source>
        <translation>Press Finished first.</translation>
    </message>
    <message>
        <source>请办事人联系办理部门。</source>
        <translation>The citizen should ask that department.</translation>
    </message>
    <message>
        <source>请选一项，再按 Enter。</source>
        <translation>Choose one, then press Enter.</translation>
    </message>
    <message>
        <source>刚刚还有人按键。等同事离开，或请他退出登录。</source>
        <translation>Somebody pressed a key just now. Ask them to log out.</translation>
    </message>
    <message>
        <source>请先在那个窗口退出登录。</source>
        <translation>Log out there first.</translation>
    </message>
    <message>
        <source>办完后按“办结”，再做别的。</source>
        <translation>Press Finish when it is done, then go on.</translation>
    </message>
    <message>
        <source>请找值班主任。</source>
        <translation>Ask the supervisor.</translation>
    </message>
    <message>
        <source>按“办件”，扫回执或输编号。</source>
        <translation>Press Cases, then scan a receipt or type its code.</translation>
    </message>
    <message>
        <source>请等大厅开始营业，或联系管理员。</source>
        <translation>Wait until the hall opens, or ask the administrator.</translation>
    </message>
    <message>
        <source>不知道这一步有没有做成。请看上方显示的状态，没做成就再按一次。</source>
        <translation>See the state above; if it was not done, press again.</translation>
    </message>
    <message>
        <source>办完手上的，加办的接着办或排队等。</source>
        <translation>It is done after this, or waits for its window.</translation>
    </message>
    <message>
        <source>请当天取号。</source>
        <translation>A number is taken in the hall.</translation>
    </message>
    <message>
        <source>请到有打印机的窗口补打。</source>
        <translation>Print it again at a window with a printer.</translation>
    </message>
    <message>
        <source>请看号上还有什么没办。</source>
        <translation>See what is still open on the number.</translation>
    </message>
    <message>
        <source>请另选一个。</source>
        <translation>Choose another one.</translation>
    </message>
    <message>
        <source>请核对号码。</source>
        <translation>Check the number.</translation>
    </message>
    <message>
        <source>请联系管理员核对窗口号。</source>
        <translation>Ask the administrator to check the window&apos;s number.</translation>
    </message>
    <message>
        <source>挂起的号才需要“回来了”。</source>
        <translation>Only held numbers can be handed back.</translation>
    </message>
    <message>
        <source>叫号后再用。</source>
        <translation>Call somebody first.</translation>
    </message>
    <message>
        <source>有人取号后，等候人数会变，那时再叫。</source>
        <translation>The number of waiting people will change when somebody takes a number.</translation>
    </message>
    <message>
        <source>请用窗口人员的工号登录。</source>
        <translation>Log in as a clerk of a window.</translation>
    </message>
    <message>
        <source>请另选一项。</source>
        <translation>Choose another one.</translation>
    </message>
    <message>
        <source>不用恢复。</source>
        <translation>There is nothing to resume.</translation>
    </message>
    <message>
        <source>线路断着，这一下没有送到服务器，也不会补送。恢复后请再按一次。</source>
        <translation>The line is down; it will not be sent later. Press again when it is back.</translation>
    </message>
    <message>
        <source>请另选窗口，或只选业务。</source>
        <translation>Choose another window, or the business alone.</translation>
    </message>
    <message>
        <source>请先按“开始办理”。</source>
        <translation>Press Start first.</translation>
    </message>
    <message>
        <source>请它所在的窗口或导办台来做。</source>
        <translation>Its own window or the guide desk can do this.</translation>
    </message>
    <message>
        <source>请选别的窗口，或联系管理员。</source>
        <translation>Choose another window, or ask the administrator.</translation>
    </message>
    <message>
        <source>下一个窗口叫到这个号时会看到。</source>
        <translation>The next window that has this number sees it.</translation>
    </message>
    <message>
        <source>先加办或转号，再登记。</source>
        <translation>Add a matter or convert the number first.</translation>
    </message>
    <message>
        <source>请选业务或填窗口号。</source>
        <translation>Choose a business or a window.</translation>
    </message>
    <message>
        <source>刚才填的没有发出。</source>
        <translation>What you began was not sent.</translation>
    </message>
    <message>
        <source>请先按“开窗”。</source>
        <translation>Press Open first.</translation>
    </message>
    <message>
        <source>本大厅刷卡登录还要密码。</source>
        <translation>This hall wants it beside the card.</translation>
    </message>
    <message>
        <source>请念一遍核对：手机 11 位；不留就空着。</source>
        <translation>Read it back: a mobile has 11 digits; or leave it empty.</translation>
    </message>
    <message>
        <source>请填架号或单号，再按 Enter。</source>
        <translation>Type the shelf or reference, then Enter.</translation>
    </message>
    <message>
        <source>请选一个，或自己写一句。</source>
        <translation>Choose one, or write your own.</translation>
    </message>
    <message>
        <source>请写一句，200 字以内。</source>
        <translation>Write one of up to 200 characters.</translation>
    </message>
    <message>
        <source>请去掉身份证号和电话号码：原因会长期保存。</source>
        <translation>Leave ID and telephone numbers out: reasons are kept.</translation>
    </message>
    <message>
        <source>打印机盖子开着。合上后，在“办件”里补打。</source>
        <translation>The printer is open. Close it, then reprint under Cases.</translation>
    </message>
    <message>
        <source>办件已经记下。看看打印机，再在“办件”里补打。</source>
        <translation>The case stands. See to the printer, then reprint under Cases.</translation>
    </message>
    <message>
        <source>打印机没纸了。装纸后，在“办件”里补打。</source>
        <translation>Out of paper. Load a roll, then reprint under Cases.</translation>
    </message>
    <message>
        <source>看看出纸口；没有就在“办件”里补打。</source>
        <translation>Look at the slot; if nothing came, reprint under Cases.</translation>
    </message>
    <message>
        <source>这个号会重新排队取件。</source>
        <translation>The number waits for its pickup.</translation>
    </message>
    <message>
        <source>今天人太多，请选别的日子。</source>
        <translation>Too many wait today: choose another day.</translation>
    </message>
    <message>
        <source>恢复后会自动连接，请稍后再按。</source>
        <translation>It will connect again by itself; press again then.</translation>
    </message>
    <message>
        <source>请重新登录，手上的号还在。</source>
        <translation>Log in again; the ticket in hand is still yours.</translation>
    </message>
    <message>
        <source>请写一句，再按 Enter。</source>
        <translation>Write a sentence, then press Enter.</translation>
    </message>
    <message>
        <source>请办事人重新取号。</source>
        <translation>A new number is needed.</translation>
    </message>
    <message>
        <source>给办事人留些走过来的时间，稍后再按“过号”。</source>
        <translation>Give the holder time to come, then press No-show.</translation>
    </message>
    <message>
        <source>请按“重呼”，次数够了再按“过号”。</source>
        <translation>Press Recall until it is enough, then No-show.</translation>
    </message>
    <message>
        <source>请办完后另取一个号。</source>
        <translation>Another number is taken when these are done.</translation>
    </message>
    <message>
        <source>请办结，或只办完能办的部分。</source>
        <translation>Finish it, or the part that can be done.</translation>
    </message>
    <message>
        <source>请用工号和密码登录。</source>
        <translation>Log in by number and password.</translation>
    </message>
    <message>
        <source>可以直接叫号。</source>
        <translation>You can call at once.</translation>
    </message>
    <message>
        <source>请先办结或过号，再叫下一位。</source>
        <translation>Finish it or mark it a no-show, then call the next one.</translation>
    </message>
    <message>
        <source>同一业务转到别的窗口，请填窗口号。</source>
        <translation>Write the number of the other window.</translation>
    </message>
    <message>
        <source>恢复服务后再叫号。</source>
        <translation>Call when the pause is over.</translation>
    </message>
    <message>
        <source>请换一个窗口，或请那位同事先退出。</source>
        <translation>Choose another window, or ask that colleague to log out.</translation>
    </message>
    <message>
        <source>自助终端不用登录，请选别的窗口。</source>
        <translation>A self-service terminal needs no login. Choose another window.</translation>
    </message>
    <message>
        <source>请看上方显示的状态。</source>
        <translation>See its state above.</translation>
    </message>
</context>
<context>
    <name>Sayings</name>
    <message>
        <source>预约到时</source>
        <translation>Appointment is due</translation>
    </message>
    <message>
        <source>依法优先</source>
        <translation>Statutory priority</translation>
    </message>
    <message>
        <source>取件优先</source>
        <translation>Collects a document</translation>
    </message>
    <message>
        <source>接着上一窗口办</source>
        <translation>Goes on from another window</translation>
    </message>
    <message>
        <source>值班主任指定</source>
        <translation>Called by the supervisor</translation>
    </message>
    <message>
        <source>离开后回来</source>
        <translation>Came back</translation>
    </message>
    <message>
        <source>让过别人</source>
        <translation>Let others pass</translation>
    </message>
    <message>
        <source>按取号先后</source>
        <translation>First come</translation>
    </message>
    <message>
        <source>高龄优先</source>
        <translation>Senior</translation>
    </message>
    <message>
        <source>残障优先</source>
        <translation>Disability</translation>
    </message>
    <message>
        <source>军人优先</source>
        <translation>Military</translation>
    </message>
    <message>
        <source>绿色通道</source>
        <translation>Green channel</translation>
    </message>
    <message>
        <source>讲粤语</source>
        <translation>Cantonese</translation>
    </message>
    <message>
        <source>用繁体</source>
        <translation>Traditional</translation>
    </message>
    <message>
        <source>讲英语</source>
        <translation>English</translation>
    </message>
    <message>
        <source>原%1 复%2</source>
        <translation>%1 orig., %2 cop.</translation>
    </message>
    <message>
        <source>原件 %1</source>
        <translation>%1 orig.</translation>
    </message>
    <message>
        <source>复印 %1</source>
        <translation>%1 cop.</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>%1（已办）</source>
        <translation>%1 (done)</translation>
    </message>
    <message>
        <source>%1（在办）</source>
        <translation>%1 (now)</translation>
    </message>
    <message>
        <source>%1（以后办）</source>
        <translation>%1 (later)</translation>
    </message>
    <message>
        <source>%1，预计到 %2</source>
        <translation>%1, until about %2</translation>
    </message>
    <message numerus="yes">
        <source>还有 %n 个名额</source>
        <translation>
            <numerusform>%n place left</numerusform>
            <numerusform>%n places left</numerusform>
        </translation>
    </message>
    <message>
        <source>不定时</source>
        <translation>Open end</translation>
    </message>
    <message>
        <source>受理</source>
        <translation>Apply</translation>
    </message>
    <message>
        <source>咨询</source>
        <translation>Enquire</translation>
    </message>
    <message>
        <source>取件</source>
        <translation>Collect</translation>
    </message>
    <message numerus="yes">
        <source>%n 分钟</source>
        <translation>
            <numerusform>%n min</numerusform>
            <numerusform>%n min</numerusform>
        </translation>
    </message>
    <message>
        <source>业务不变，换个窗口</source>
        <translation>Same business, another window</translation>
    </message>
    <message>
        <source>挂起 %1</source>
        <translation>Hold %1</translation>
    </message>
    <message>
        <source>%1 转到哪里</source>
        <translation>Send %1 on</translation>
    </message>
    <message>
        <source>%1 转成什么号</source>
        <translation>Convert %1 to</translation>
    </message>
    <message>
        <source>%1 加办什么</source>
        <translation>Add to %1</translation>
    </message>
    <message>
        <source>给下一窗口留言</source>
        <translation>Note to the next window</translation>
    </message>
    <message>
        <source>%1 哪些没办完</source>
        <translation>What of %1 is not done</translation>
    </message>
    <message>
        <source>给 %1 约个时间</source>
        <translation>Book for %1</translation>
    </message>
    <message>
        <source>今天办好了，通知取件</source>
        <translation>Finished today: to be collected</translation>
    </message>
    <message>
        <source>谁回来了</source>
        <translation>Who is back</translation>
    </message>
    <message>
        <source>暂停窗口</source>
        <translation>Pause the window</translation>
    </message>
    <message>
        <source>%1 受理登记</source>
        <translation>Accept a case of %1</translation>
    </message>
    <message>
        <source>%1 领取的办件</source>
        <translation>Cases for %1</translation>
    </message>
    <message>
        <source>办件</source>
        <translation>Cases</translation>
    </message>
    <message>
        <source>办件 %1</source>
        <translation>Case %1</translation>
    </message>
    <message>
        <source>办事人去补材料；号给他留着，回来优先叫。</source>
        <translation>The person fetches what is missing; the number is kept and called first.</translation>
    </message>
    <message>
        <source>位置不变。</source>
        <translation>Its place in the queue stays.</translation>
    </message>
    <message>
        <source>位置不变；先看要等多久，再告诉办事人。</source>
        <translation>Its place stays; see the wait first and tell the person.</translation>
    </message>
    <message>
        <source>加办的从现在起排。</source>
        <translation>What is added queues from now.</translation>
    </message>
    <message>
        <source>加密保存，只有下一个叫到这个号的窗口能看到。</source>
        <translation>Kept sealed; only the next window that has this number sees it.</translation>
    </message>
    <message>
        <source>选出没办完的，它们接着排队；其余办结。</source>
        <translation>Choose what is not done: it waits on. The rest is finished.</translation>
    </message>
    <message>
        <source>约 %1 · %2</source>
        <translation>For %1 · %2</translation>
    </message>
    <message>
        <source>办好的是哪个号的件？</source>
        <translation>Whose case is finished?</translation>
    </message>
    <message>
        <source>手上有号时，办完再暂停。大屏和窗口屏会显示。</source>
        <translation>With a number in hand it begins after it. Screens show it.</translation>
    </message>
    <message>
        <source>怎么领取？</source>
        <translation>How will it be collected?</translation>
    </message>
    <message>
        <source>核对本人后，选要交付的。</source>
        <translation>Check who it is, then choose what to hand over.</translation>
    </message>
    <message>
        <source>扫回执上的码，直接打开。</source>
        <translation>Scan the code on a receipt to open its case.</translation>
    </message>
    <message>
        <source>或自己写原因</source>
        <translation>Or your own words</translation>
    </message>
    <message>
        <source>窗口号（不填就由规则分）</source>
        <translation>Window (empty: by the rule)</translation>
    </message>
    <message>
        <source>搜事项，如 变更</source>
        <translation>Search matters</translation>
    </message>
    <message>
        <source>写给下一个窗口</source>
        <translation>To the next window</translation>
    </message>
    <message>
        <source>办件编号</source>
        <translation>Number of the case</translation>
    </message>
    <message>
        <source>没有找到，换个词试试。</source>
        <translation>Nothing found: try another word.</translation>
    </message>
    <message>
        <source>这一天没有空位，换一天看看。</source>
        <translation>No room on this day: look at another.</translation>
    </message>
    <message>
        <source>没有等着回来的号。</source>
        <translation>No number waits for its holder.</translation>
    </message>
    <message>
        <source>这位没有办好的件。有回执的，按“办件”扫回执上的码。</source>
        <translation>Nothing of this person is finished. With a receipt: press Cases and scan its code.</translation>
    </message>
    <message>
        <source>没有这样的办件。</source>
        <translation>There is no such case.</translation>
    </message>
    <message>
        <source>没有这个办件。编号核对无误的话，再按一次就记下它并通知取件。</source>
        <translation>There is no such case. If its number is right, press again to record it and announce it.</translation>
    </message>
    <message>
        <source>现在说不准要等多久。</source>
        <translation>The wait cannot be told yet.</translation>
    </message>
    <message>
        <source>这个业务不能预约。</source>
        <translation>This cannot be booked.</translation>
    </message>
    <message>
        <source>这一天不能预约。</source>
        <translation>This day cannot be booked.</translation>
    </message>
    <message>
        <source>没有窗口办这个业务。</source>
        <translation>No window does this.</translation>
    </message>
    <message>
        <source>没有这个办件。</source>
        <translation>There is no such case.</translation>
    </message>
    <message>
        <source>服务器没有回答，请关掉再试。</source>
        <translation>The server did not answer: leave this and try again.</translation>
    </message>
    <message>
        <source>现在查不到，请关掉再试。</source>
        <translation>Not known now: leave this and try again.</translation>
    </message>
    <message>
        <source>本窗口能办：转了接着办。</source>
        <translation>This window does it: go on at once.</translation>
    </message>
    <message>
        <source>本窗口能办；前面有人先到的话，要回去等。</source>
        <translation>This window does it; whoever came earlier goes first.</translation>
    </message>
    <message>
        <source>本窗口不办：转了要回去等。</source>
        <translation>Not done here: the number waits again.</translation>
    </message>
    <message numerus="yes">
        <source>前面 %n 人，一般等 %1–%2 分钟</source>
        <translation>
            <numerusform>%n ahead, usually %1–%2 minutes</numerusform>
            <numerusform>%n ahead, usually %1–%2 minutes</numerusform>
        </translation>
    </message>
    <message>
        <source>挂起</source>
        <translation>Hold</translation>
    </message>
    <message>
        <source>转过去</source>
        <translation>Send on</translation>
    </message>
    <message>
        <source>转号</source>
        <translation>Convert</translation>
    </message>
    <message>
        <source>加办</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>留下</source>
        <translation>Leave the note</translation>
    </message>
    <message>
        <source>其余办结</source>
        <translation>Finish the rest</translation>
    </message>
    <message>
        <source>预约</source>
        <translation>Book</translation>
    </message>
    <message>
        <source>记下并通知</source>
        <translation>Record and announce</translation>
    </message>
    <message>
        <source>通知取件</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>回来了</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>暂停</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>受理，打印回执</source>
        <translation>Accept, print receipt</translation>
    </message>
    <message>
        <source>交付选中的</source>
        <translation>Hand over</translation>
    </message>
    <message>
        <source>打开</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>好</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>%1 分 %2 秒</source>
        <translation>%1 min %2 s</translation>
    </message>
</context>
<context>
    <name>SheetPage</name>
    <message>
        <source>预约的优先会失去。</source>
        <translation>The appointment&apos;s right is lost.</translation>
    </message>
    <message>
        <source>选一项</source>
        <translation>Choose one</translation>
    </message>
    <message>
        <source>不做了</source>
        <translation>Leave it</translation>
    </message>
    <message>
        <source>回到办件</source>
        <translation>Back to cases</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>ShiftPage</name>
    <message>
        <source>今天的工作</source>
        <translation>Today&apos;s work</translation>
    </message>
    <message>
        <source>%1 至 %2</source>
        <translation>%1 to %2</translation>
    </message>
    <message>
        <source>窗口开放</source>
        <translation>Window open</translation>
    </message>
    <message numerus="yes">
        <source>%n 分钟</source>
        <translation>
            <numerusform>%n min</numerusform>
            <numerusform>%n min</numerusform>
        </translation>
    </message>
    <message>
        <source>叫号</source>
        <translation>Called</translation>
    </message>
    <message>
        <source>办结</source>
        <translation>Finish</translation>
    </message>
    <message>
        <source>平均每件</source>
        <translation>Mean service</translation>
    </message>
    <message>
        <source>过号</source>
        <translation>No-show</translation>
    </message>
    <message>
        <source>挂起</source>
        <translation>Hold</translation>
    </message>
    <message>
        <source>转号</source>
        <translation>Convert</translation>
    </message>
    <message>
        <source>暂停：%1</source>
        <translation>Pause: %1</translation>
    </message>
    <message>
        <source>知道了</source>
        <translation>OK</translation>
    </message>
</context>
<context>
    <name>StripPage</name>
    <message>
        <source>%1 号窗口</source>
        <translation>Window %1</translation>
    </message>
    <message numerus="yes">
        <source>等候 %n 人</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
    <message>
        <source>停靠到边上</source>
        <translation>Dock at the side</translation>
    </message>
</context>
<context>
    <name>TakeOver</name>
    <message>
        <source>您在别的窗口登录着</source>
        <translation>You are logged in at another window</translation>
    </message>
    <message>
        <source>%1 号窗口有人登录着</source>
        <translation>Somebody is logged in at window %1</translation>
    </message>
    <message>
        <source>%1 在 %2 号窗口登录着</source>
        <translation>%1 is logged in at window %2</translation>
    </message>
    <message>
        <source>换到这里，那边的窗口就关上；那边手上有号时要先办完。</source>
        <translation>Moving here closes that window; a number in hand there is finished first.</translation>
    </message>
    <message>
        <source>接手后，那边的登录结束；手上的号不会丢，由您接着办。先问一声同事。</source>
        <translation>That log-in ends; a number in hand is not lost, you go on with it. Ask your colleague first.</translation>
    </message>
    <message>
        <source>换到 %1 号窗口</source>
        <translation>Move to window %1</translation>
    </message>
    <message>
        <source>接手这个窗口</source>
        <translation>Take this window over</translation>
    </message>
    <message>
        <source>不换</source>
        <translation>Leave it as it is</translation>
    </message>
</context>
<context>
    <name>TicketFacts</name>
    <message>
        <source>上一窗口留言：%1</source>
        <translation>Note from the window before: %1</translation>
    </message>
    <message>
        <source>绿色通道 %1</source>
        <translation>Green channel %1</translation>
    </message>
    <message>
        <source>预约 %1</source>
        <translation>Appointment %1</translation>
    </message>
    <message numerus="yes">
        <source>挂起过 %n 次</source>
        <translation>
            <numerusform>Held %n time</numerusform>
            <numerusform>Held %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1；取号后等了 %n 分钟</source>
        <translation>
            <numerusform>%1; waited %n minute</numerusform>
            <numerusform>%1; waited %n minutes</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 号窗口 %2 办过</source>
        <translation>Window %1 served it at %2</translation>
    </message>
</context>
<context>
    <name>TicketHead</name>
    <message>
        <source>未刷卡取号</source>
        <translation>Taken without a card</translation>
    </message>
    <message>
        <source>办理 %1</source>
        <translation>Serving %1</translation>
    </message>
    <message>
        <source>叫号后 %1</source>
        <translation>Since call %1</translation>
    </message>
    <message numerus="yes">
        <source>已呼叫 %n 次</source>
        <translation>
            <numerusform>Called %n time</numerusform>
            <numerusform>Called %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WindowHead</name>
    <message>
        <source>%1 号窗口</source>
        <translation>Window %1</translation>
    </message>
    <message>
        <source>停靠到边上</source>
        <translation>Dock at the side</translation>
    </message>
    <message>
        <source>展开</source>
        <translation>Full view</translation>
    </message>
    <message>
        <source>折叠</source>
        <translation>Fold</translation>
    </message>
    <message>
        <source>%1&#x3000;工号 %2</source>
        <translation>%1, No. %2</translation>
    </message>
    <message numerus="yes">
        <source>等候 %n 人</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>第一位已等 %n 分钟</source>
        <translation>
            <numerusform>First waits %n min</numerusform>
            <numerusform>First waits %n min</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>未开窗</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>空闲</source>
        <translation>Free</translation>
    </message>
    <message>
        <source>暂停</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>已叫号</source>
        <translation>Called</translation>
    </message>
    <message>
        <source>办理中</source>
        <translation>Serving</translation>
    </message>
    <message>
        <source>已连接</source>
        <translation>Connected</translation>
    </message>
    <message>
        <source>已断开</source>
        <translation>Disconnected</translation>
    </message>
    <message>
        <source>正在连接</source>
        <translation>Connecting</translation>
    </message>
    <message>
        <source>叫下一位</source>
        <translation>Call next</translation>
    </message>
    <message>
        <source>重呼</source>
        <translation>Recall</translation>
    </message>
    <message>
        <source>开始办理</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>办结</source>
        <translation>Finish</translation>
    </message>
    <message>
        <source>过号</source>
        <translation>No-show</translation>
    </message>
    <message>
        <source>挂起</source>
        <translation>Hold</translation>
    </message>
    <message>
        <source>转窗</source>
        <translation>Transfer</translation>
    </message>
    <message>
        <source>转号</source>
        <translation>Convert</translation>
    </message>
    <message>
        <source>加办</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>留言</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>部分办结</source>
        <translation>Part</translation>
    </message>
    <message>
        <source>预约</source>
        <translation>Book</translation>
    </message>
    <message>
        <source>通知取件</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>回来了</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>恢复</source>
        <translation>Resume</translation>
    </message>
    <message>
        <source>开窗</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>关窗</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>小结</source>
        <translation>Shift</translation>
    </message>
    <message>
        <source>受理登记</source>
        <translation>Accept</translation>
    </message>
    <message>
        <source>交付</source>
        <translation>Hand over</translation>
    </message>
    <message>
        <source>办件</source>
        <translation>Cases</translation>
    </message>
    <message>
        <source>退出登录</source>
        <translation>Log out</translation>
    </message>
</context>
</TS>
