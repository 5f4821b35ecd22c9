<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="zh_CN">
<context>
    <name>Cards</name>
    <message>
        <source>%1（已选）</source>
        <translation>%1 (chosen)</translation>
    </message>
</context>
<context>
    <name>Guide</name>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>首页</source>
        <translation>Home</translation>
    </message>
    <message>
        <source>正在连接大厅</source>
        <translation>Connecting to the hall</translation>
    </message>
    <message>
        <source>没有登录</source>
        <translation>Not logged in</translation>
    </message>
    <message>
        <source>也可以刷员工卡。</source>
        <translation>Or lay your staff card on the reader.</translation>
    </message>
    <message>
        <source>%1 暂时离开。输入密码继续。</source>
        <translation>%1 is away for a moment. Enter the password to go on.</translation>
    </message>
    <message>
        <source>导办台已锁定</source>
        <translation>The desk is locked</translation>
    </message>
    <message>
        <source>导办台登录</source>
        <translation>Guide desk log-in</translation>
    </message>
    <message>
        <source>已取的号不会丢。恢复后自动连接；急的请让办事人先到窗口说明。</source>
        <translation>No number is lost. It reconnects by itself; send urgent visitors to a window.</translation>
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
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1（%2 件）</source>
        <translation>%1 (%2 cases)</translation>
    </message>
    <message>
        <source>前面没有人</source>
        <translation>Nobody ahead</translation>
    </message>
    <message>
        <source>前面 %1 人</source>
        <translation>%1 ahead</translation>
    </message>
    <message>
        <source>暂时估不出</source>
        <translation>No estimate yet</translation>
    </message>
    <message>
        <source>约 %1 分钟，多数不超过 %2 分钟</source>
        <translation>about %1 min, mostly within %2</translation>
    </message>
    <message>
        <source>%1 月 %2 日 %3</source>
        <translation>%1-%2, %3</translation>
    </message>
    <message>
        <source>现在没有窗口办理</source>
        <translation>No window serves this now</translation>
    </message>
    <message>
        <source>%1 号窗口</source>
        <translation>Window %1</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>%1 号窗口（任一）</source>
        <translation>Windows %1 (any)</translation>
    </message>
    <message>
        <source>；</source>
        <translation>; </translation>
    </message>
    <message>
        <source>%1 楼</source>
        <translation>floor %1</translation>
    </message>
    <message>
        <source>%1，步行约 %2 分钟</source>
        <translation>%1, %2 min on foot</translation>
    </message>
    <message>
        <source>预约 %1</source>
        <translation>Appointment %1</translation>
    </message>
    <message>
        <source>老年人优先</source>
        <translation>Elderly</translation>
    </message>
    <message>
        <source>残疾人优先</source>
        <translation>Disability</translation>
    </message>
    <message>
        <source>军人、退役军人优先</source>
        <translation>Military, veterans</translation>
    </message>
    <message>
        <source>绿色通道优先</source>
        <translation>Green channel</translation>
    </message>
    <message>
        <source>护照、通行证等证件上的出生日期</source>
        <translation>Date of birth on the passport or permit</translation>
    </message>
    <message>
        <source>残疾人证；行动不便可以看出的，不要求出示</source>
        <translation>Disability certificate; none where it is plain to see</translation>
    </message>
    <message>
        <source>军官证、士兵证、文职人员证或退役军人优待证</source>
        <translation>Military ID or veteran&apos;s card</translation>
    </message>
    <message>
        <source>大厅规定的绿色通道证明</source>
        <translation>The proof that the hall asks for</translation>
    </message>
    <message>
        <source>正在等候，%1</source>
        <translation>Waiting, %1</translation>
    </message>
    <message>
        <source>已顺延，还要让 %1 位</source>
        <translation>Stepped back, %1 more to pass</translation>
    </message>
    <message>
        <source>正在叫号，请马上到 %1 号窗口</source>
        <translation>Called now: go to window %1</translation>
    </message>
    <message>
        <source>正在 %1 号窗口办理</source>
        <translation>Being served at window %1</translation>
    </message>
    <message>
        <source>挂起：在补材料，回来后请按“回来了”</source>
        <translation>Held for missing papers: press &quot;Is back&quot; on return</translation>
    </message>
    <message>
        <source>已过号：人回来了请按“回来了”</source>
        <translation>Missed the call: press &quot;Is back&quot; on return</translation>
    </message>
    <message>
        <source>远程取号：人到了请按“到了，开始排队”</source>
        <translation>Taken from afar: press &quot;Has arrived&quot; on arrival</translation>
    </message>
    <message>
        <source>已经办结</source>
        <translation>Finished</translation>
    </message>
    <message>
        <source>已经取消</source>
        <translation>Cancelled</translation>
    </message>
    <message>
        <source>已经失效，要办请重新取号</source>
        <translation>Ended; take a new number</translation>
    </message>
    <message>
        <source>请再试一次；还不行，请找值班主任。</source>
        <translation>Try again; if it still fails, ask the supervisor.</translation>
    </message>
    <message>
        <source>预约时间不符，按现场取号排队</source>
        <translation>The appointment does not count now; it waits as a walk-in</translation>
    </message>
    <message>
        <source>现在不能这样办</source>
        <translation>Not possible now</translation>
    </message>
    <message>
        <source>将取的号</source>
        <translation>The number to be</translation>
    </message>
    <message>
        <source>今天可能排不到</source>
        <translation>Today&apos;s turn may not come</translation>
    </message>
    <message>
        <source>请告诉办事人：可以照样取号，也可以约改天。</source>
        <translation>Tell the visitor: take the number all the same, or book another day.</translation>
    </message>
    <message>
        <source>办事人</source>
        <translation>Visitor</translation>
    </message>
    <message>
        <source>窗口</source>
        <translation>Window</translation>
    </message>
    <message>
        <source>位置</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>优先</source>
        <translation>Right</translation>
    </message>
    <message>
        <source>绿色通道</source>
        <translation>Green channel</translation>
    </message>
    <message>
        <source>同号另办</source>
        <translation>Also for</translation>
    </message>
    <message>
        <source>%1 尾号 %2</source>
        <translation>%1 …%2</translation>
    </message>
    <message>
        <source>取件优先（已核实有件可取）</source>
        <translation>Pickup (a finished document is there)</translation>
    </message>
    <message>
        <source>优先资格</source>
        <translation>Priority</translation>
    </message>
    <message>
        <source>看证件核验</source>
        <translation>check the proof</translation>
    </message>
    <message>
        <source>指定项目的专窗</source>
        <translation>windows of a project</translation>
    </message>
    <message>
        <source>材料清单</source>
        <translation>Materials</translation>
    </message>
    <message>
        <source>要带什么</source>
        <translation>what to bring</translation>
    </message>
    <message>
        <source>约改天</source>
        <translation>Another day</translation>
    </message>
    <message>
        <source>看可约的时间</source>
        <translation>see free times</translation>
    </message>
    <message>
        <source>少一件</source>
        <translation>One case less</translation>
    </message>
    <message>
        <source>现在 %1 件</source>
        <translation>now %1</translation>
    </message>
    <message>
        <source>代办多件</source>
        <translation>More cases</translation>
    </message>
    <message>
        <source>现在 %1 件，加一件</source>
        <translation>now %1, add one</translation>
    </message>
    <message>
        <source>再办一件事</source>
        <translation>One more matter</translation>
    </message>
    <message>
        <source>同一个号</source>
        <translation>same number</translation>
    </message>
    <message>
        <source>票面语言</source>
        <translation>Ticket language</translation>
    </message>
    <message>
        <source>手机扫码取号</source>
        <translation>By phone</translation>
    </message>
    <message>
        <source>打印取号</source>
        <translation>Print number</translation>
    </message>
    <message>
        <source>不用优先</source>
        <translation>No priority</translation>
    </message>
    <message>
        <source>哪一种优先？</source>
        <translation>Which priority?</translation>
    </message>
    <message>
        <source>依法优先，相当于早到 %1 分钟</source>
        <translation>By law: as if come %1 minutes earlier</translation>
    </message>
    <message>
        <source>看过证明了吗？%1</source>
        <translation>Proof seen? %1</translation>
    </message>
    <message>
        <source>凭证：%1。
大厅会记下是谁核验的。</source>
        <translation>Proof: %1.
The hall writes down who checked it.</translation>
    </message>
    <message>
        <source>看过证件，属实</source>
        <translation>Document seen, right</translation>
    </message>
    <message>
        <source>目视可见，不查证件</source>
        <translation>Plain to see</translation>
    </message>
    <message>
        <source>不走绿色通道</source>
        <translation>No green channel</translation>
    </message>
    <message>
        <source>哪个项目？</source>
        <translation>Which project?</translation>
    </message>
    <message>
        <source>由项目的专窗叫号</source>
        <translation>called at the project&apos;s own windows</translation>
    </message>
    <message>
        <source>正在打印</source>
        <translation>Printing</translation>
    </message>
    <message>
        <source>请稍候</source>
        <translation>A moment, please</translation>
    </message>
    <message>
        <source>换新码</source>
        <translation>New code</translation>
    </message>
    <message>
        <source>改为打印</source>
        <translation>Print instead</translation>
    </message>
    <message>
        <source>请办事人用手机扫码</source>
        <translation>The visitor scans this with a phone</translation>
    </message>
    <message>
        <source>扫码后这里会显示已送到；二维码两分钟内有效，只能用一次。</source>
        <translation>This page turns when it was scanned. The code works once, within two minutes.</translation>
    </message>
    <message>
        <source>纸出来了，完整</source>
        <translation>The paper is out and whole</translation>
    </message>
    <message>
        <source>打印</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>手机扫码</source>
        <translation>By phone</translation>
    </message>
    <message>
        <source>作废</source>
        <translation>Withdraw</translation>
    </message>
    <message>
        <source>号已到手机</source>
        <translation>The number is on the phone</translation>
    </message>
    <message>
        <source>号已打印，请撕给办事人</source>
        <translation>Printed: hand it to the visitor</translation>
    </message>
    <message>
        <source>完成</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>再打一张</source>
        <translation>Print once more</translation>
    </message>
    <message>
        <source>按证件查</source>
        <translation>By person</translation>
    </message>
    <message>
        <source>号丢了、忘了</source>
        <translation>lost or forgotten</translation>
    </message>
    <message>
        <source>按事项查</source>
        <translation>By matter</translation>
    </message>
    <message>
        <source>窗口和材料</source>
        <translation>window and materials</translation>
    </message>
    <message>
        <source>按业务类别查</source>
        <translation>By category</translation>
    </message>
    <message>
        <source>输入号码，或扫票上的码</source>
        <translation>Type the number, or scan the ticket</translation>
    </message>
    <message>
        <source>号码，如 023</source>
        <translation>Number, such as 023</translation>
    </message>
    <message>
        <source>查找</source>
        <translation>Find</translation>
    </message>
    <message>
        <source>谁回来了？</source>
        <translation>Who is back?</translation>
    </message>
    <message>
        <source>查哪里？</source>
        <translation>Where to?</translation>
    </message>
    <message>
        <source>哪个号？</source>
        <translation>Which number?</translation>
    </message>
    <message>
        <source>哪一个号？</source>
        <translation>Which of them?</translation>
    </message>
    <message>
        <source>这个号</source>
        <translation>This number</translation>
    </message>
    <message>
        <source>预计</source>
        <translation>Wait</translation>
    </message>
    <message>
        <source>预约</source>
        <translation>Booked</translation>
    </message>
    <message>
        <source>事项</source>
        <translation>Matters</translation>
    </message>
    <message>
        <source>为什么还没叫</source>
        <translation>Why not yet?</translation>
    </message>
    <message>
        <source>谁先叫了，什么理由</source>
        <translation>who was called, and why</translation>
    </message>
    <message>
        <source>转业务</source>
        <translation>Convert</translation>
    </message>
    <message>
        <source>号码、先后不变</source>
        <translation>number and place stay</translation>
    </message>
    <message>
        <source>加办一件</source>
        <translation>Add a matter</translation>
    </message>
    <message>
        <source>让几位先办</source>
        <translation>Let some pass</translation>
    </message>
    <message>
        <source>一时走不开</source>
        <translation>not ready yet</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>今天不办了</source>
        <translation>not today</translation>
    </message>
    <message>
        <source>回来了</source>
        <translation>Is back</translation>
    </message>
    <message>
        <source>接着排队</source>
        <translation>waits on</translation>
    </message>
    <message>
        <source>到了，开始排队</source>
        <translation>Has arrived</translation>
    </message>
    <message>
        <source>远程取的号</source>
        <translation>taken from afar</translation>
    </message>
    <message>
        <source>加优先</source>
        <translation>Grant priority</translation>
    </message>
    <message>
        <source>补打</source>
        <translation>Print again</translation>
    </message>
    <message>
        <source>号码不变</source>
        <translation>same number</translation>
    </message>
    <message>
        <source>存到手机</source>
        <translation>To a phone</translation>
    </message>
    <message>
        <source>扫码看叫号</source>
        <translation>to watch the calls</translation>
    </message>
    <message>
        <source>别的窗口叫了 %1 个号，与这个号无关。</source>
        <translation>Other windows called %1 numbers; that took nothing from this one.</translation>
    </message>
    <message>
        <source>%1 号之前叫了谁</source>
        <translation>Who was called before %1</translation>
    </message>
    <message>
        <source>等候期间，这些窗口没有先叫过别人</source>
        <translation>These windows called nobody else meanwhile</translation>
    </message>
    <message>
        <source>%1，%2 号，%3 号窗口</source>
        <translation>%1, number %2, window %3</translation>
    </message>
    <message>
        <source>此号过号后回来，先让了几位。</source>
        <translation>It came back after a missed call and let some pass.</translation>
    </message>
    <message>
        <source>此号要求过顺延，先让了几位。</source>
        <translation>It asked to let some pass.</translation>
    </message>
    <message>
        <source>转后预约不再有优先</source>
        <translation>The appointment&apos;s right will be lost</translation>
    </message>
    <message>
        <source>转业务：号码和先后不变</source>
        <translation>Convert: number and place stay</translation>
    </message>
    <message>
        <source>现在：%1</source>
        <translation>Now: %1</translation>
    </message>
    <message>
        <source>转后：%1</source>
        <translation>Then: %1</translation>
    </message>
    <message>
        <source>%1，%2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>真的取消 %1 号？</source>
        <translation>Really cancel %1?</translation>
    </message>
    <message>
        <source>取消后不能恢复，要办得重新取号排队。</source>
        <translation>It cannot be undone: a new number waits from the end.</translation>
    </message>
    <message>
        <source>取消这个号</source>
        <translation>Cancel this number</translation>
    </message>
    <message>
        <source>%1 号让几位先办？</source>
        <translation>Let some pass before %1?</translation>
    </message>
    <message>
        <source>让过三位后，接着按原来的先后排。</source>
        <translation>After three it waits on in its old place.</translation>
    </message>
    <message>
        <source>现在不发号</source>
        <translation>No numbers now</translation>
    </message>
    <message>
        <source>现在</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>自助办理</source>
        <translation>Self-service</translation>
    </message>
    <message>
        <source>自助终端 %1</source>
        <translation>Terminal %1</translation>
    </message>
    <message>
        <source>网上办理</source>
        <translation>On the web</translation>
    </message>
    <message>
        <source>打印清单</source>
        <translation>Print the list</translation>
    </message>
    <message>
        <source>要带的材料</source>
        <translation>What to bring</translation>
    </message>
    <message>
        <source>不用带材料</source>
        <translation>Nothing to bring</translation>
    </message>
    <message>
        <source>原件 %1 份</source>
        <translation>%1 original(s)</translation>
    </message>
    <message>
        <source>复印件 %1 份</source>
        <translation>%1 copy(ies)</translation>
    </message>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
    <message>
        <source>约哪个时间？</source>
        <translation>Which time?</translation>
    </message>
    <message>
        <source>近几天没有可以预约的时间</source>
        <translation>No free time within the next days</translation>
    </message>
    <message>
        <source>还可约 %1 位</source>
        <translation>room for %1</translation>
    </message>
    <message>
        <source>已预约 %1</source>
        <translation>Booked for %1</translation>
    </message>
    <message>
        <source>%1。预约编号 %2，请办事人记下。
当天带同一证件来取号。</source>
        <translation>%1. Reference %2: please note it.
Bring the same document on the day.</translation>
    </message>
    <message>
        <source>再试一次</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>取新号</source>
        <translation>New number</translation>
    </message>
    <message>
        <source>今天没有这个号</source>
        <translation>There is no such number today</translation>
    </message>
    <message>
        <source>请核对号码；号丢了，可以按证件查。</source>
        <translation>Check it; a lost number can be found by person.</translation>
    </message>
    <message>
        <source>此人今天没有取过号</source>
        <translation>This person has no number today</translation>
    </message>
    <message>
        <source>可能用了别的证件。可以换证件再查，或取新号。</source>
        <translation>Perhaps with another document. Look again, or take a new number.</translation>
    </message>
    <message>
        <source>刚才的号已经作废</source>
        <translation>That number has been withdrawn</translation>
    </message>
    <message>
        <source>号太久没有交给办事人，大厅已收回。请重新取号。</source>
        <translation>It reached nobody for too long, so the hall took it back. Take a new one.</translation>
    </message>
    <message>
        <source>没有读到员工卡</source>
        <translation>The staff card was not read</translation>
    </message>
    <message>
        <source>请拿起再放一次，或输入工号和密码。</source>
        <translation>Lift it and lay it down again, or type number and password.</translation>
    </message>
    <message>
        <source>这个工号不能用导办台</source>
        <translation>This account is not for the guide desk</translation>
    </message>
    <message>
        <source>请用导办或值班主任的工号登录。</source>
        <translation>Log in as a guide or supervisor.</translation>
    </message>
    <message>
        <source>登录已失效</source>
        <translation>The session has ended</translation>
    </message>
    <message>
        <source>请重新登录。</source>
        <translation>Please log in again.</translation>
    </message>
    <message>
        <source>证件号码不完整</source>
        <translation>The number is not complete</translation>
    </message>
    <message>
        <source>请对照证件再看一遍。</source>
        <translation>Please look at the document again.</translation>
    </message>
    <message>
        <source>号码有一位不对</source>
        <translation>One digit is wrong</translation>
    </message>
    <message>
        <source>校验位对不上，请对照证件逐位核对。</source>
        <translation>The check digit does not fit. Compare it digit by digit.</translation>
    </message>
    <message>
        <source>此人已有这个业务的号</source>
        <translation>This person has a number already</translation>
    </message>
    <message>
        <source>就是下面这个号，不用再取；可以补打。</source>
        <translation>It is the one below; it can be printed again.</translation>
    </message>
    <message>
        <source>材料清单已打印</source>
        <translation>The list is printed</translation>
    </message>
    <message>
        <source>服务器没有回答</source>
        <translation>The server does not answer</translation>
    </message>
    <message>
        <source>不知道有没有做成。请按“再试一次”，不会重复。</source>
        <translation>It may have happened. Press &quot;Try again&quot;: nothing happens twice.</translation>
    </message>
    <message>
        <source>打印机没有纸了</source>
        <translation>The printer is out of paper</translation>
    </message>
    <message>
        <source>打印机盖子开着</source>
        <translation>The printer&apos;s cover is open</translation>
    </message>
    <message>
        <source>这里没有打印机</source>
        <translation>There is no printer here</translation>
    </message>
    <message>
        <source>打印机没有回应</source>
        <translation>The printer does not answer</translation>
    </message>
    <message>
        <source>打印机出了故障</source>
        <translation>The printer has a fault</translation>
    </message>
    <message>
        <source>号还没有交给办事人</source>
        <translation>The visitor does not have the number yet</translation>
    </message>
    <message>
        <source>请打印或让办事人扫码；都不行就作废，免得叫空号。</source>
        <translation>Print it or let it be scanned; if neither works, withdraw it, so that nobody is called in vain.</translation>
    </message>
    <message>
        <source>号没有丢。处理后再打印，或让办事人用手机扫码；都不行请作废。</source>
        <translation>The number is not lost. Print it then, or let it be scanned; if neither works, withdraw it.</translation>
    </message>
    <message>
        <source>需要帮什么？</source>
        <translation>How can I help?</translation>
    </message>
    <message>
        <source>没有卡、护照、代办多件、绿色通道</source>
        <translation>no card, passport, several cases, green channel</translation>
    </message>
    <message>
        <source>预约取号</source>
        <translation>Appointment</translation>
    </message>
    <message>
        <source>按证件或预约编号</source>
        <translation>by person or reference</translation>
    </message>
    <message>
        <source>查号、改号</source>
        <translation>Find a number</translation>
    </message>
    <message>
        <source>转业务、补打、取消、为什么还没叫</source>
        <translation>convert, print again, cancel, explain</translation>
    </message>
    <message>
        <source>过号的、补齐材料的，接着排</source>
        <translation>missed the call, or has the papers now</translation>
    </message>
    <message>
        <source>到哪里办</source>
        <translation>Where to go</translation>
    </message>
    <message>
        <source>窗口、楼层、要带的材料</source>
        <translation>window, floor, materials</translation>
    </message>
    <message>
        <source>大厅今天已停止办理</source>
        <translation>The hall has closed for today</translation>
    </message>
    <message>
        <source>不再发号；可以为办事人预约改天，也可以查号和查材料。</source>
        <translation>No more numbers; you can book another day, look up numbers and materials.</translation>
    </message>
    <message>
        <source>打印机现在不能用</source>
        <translation>The printer cannot be used now</translation>
    </message>
    <message>
        <source>新号请让办事人用手机扫码。</source>
        <translation>Let visitors scan their numbers.</translation>
    </message>
    <message>
        <source>现在没有人等候</source>
        <translation>Nobody is waiting</translation>
    </message>
    <message>
        <source>大厅现在 %1 人等候</source>
        <translation>%1 waiting in the hall</translation>
    </message>
    <message>
        <source>按事项查找</source>
        <translation>Search a matter</translation>
    </message>
    <message>
        <source>名称、拼音或首字母</source>
        <translation>name, pinyin or initials</translation>
    </message>
    <message>
        <source>转为哪一类？号码和先后不变</source>
        <translation>Convert to what? Number and place stay</translation>
    </message>
    <message>
        <source>同一个号，再办哪一类？</source>
        <translation>On the same number: what else?</translation>
    </message>
    <message>
        <source>查哪一类？</source>
        <translation>Which kind?</translation>
    </message>
    <message>
        <source>办哪一类？</source>
        <translation>What is it about?</translation>
    </message>
    <message>
        <source>交材料、办业务</source>
        <translation>hand in papers</translation>
    </message>
    <message>
        <source>问一问、看材料</source>
        <translation>ask and check papers</translation>
    </message>
    <message>
        <source>领办好的证照</source>
        <translation>collect what is finished</translation>
    </message>
    <message>
        <source>哪一项业务？</source>
        <translation>Which business?</translation>
    </message>
    <message>
        <source>%1 人等候</source>
        <translation>%1 waiting</translation>
    </message>
    <message>
        <source>找到 %1 项</source>
        <translation>%1 found</translation>
    </message>
    <message>
        <source>办什么事？</source>
        <translation>Which matter?</translation>
    </message>
    <message>
        <source>没有找到，请换个说法</source>
        <translation>Nothing found; try other words</translation>
    </message>
    <message>
        <source>办理约 %1 分钟</source>
        <translation>about %1 min</translation>
    </message>
    <message>
        <source>自助终端或网上可办</source>
        <translation>terminal or web</translation>
    </message>
    <message>
        <source>不登记证件</source>
        <translation>Without a document</translation>
    </message>
    <message>
        <source>咨询可以不登记</source>
        <translation>fine for enquiries</translation>
    </message>
    <message>
        <source>按预约编号</source>
        <translation>By reference</translation>
    </message>
    <message>
        <source>出示的是什么证件？</source>
        <translation>Which document is shown?</translation>
    </message>
    <message>
        <source>预约要登记办事人</source>
        <translation>an appointment is a person&apos;s</translation>
    </message>
    <message>
        <source>请看原件，照着输入</source>
        <translation>look at the original and type it</translation>
    </message>
    <message>
        <source>护照</source>
        <translation>Passport</translation>
    </message>
    <message>
        <source>港澳台居民来往通行证</source>
        <translation>Mainland travel permit</translation>
    </message>
    <message>
        <source>居民身份证</source>
        <translation>Resident ID card</translation>
    </message>
    <message>
        <source>港澳台居民居住证</source>
        <translation>Residence permit (HK, MO, TW)</translation>
    </message>
    <message>
        <source>外国人永久居留身份证</source>
        <translation>Permanent residence card</translation>
    </message>
    <message>
        <source>%1号码</source>
        <translation>%1: number</translation>
    </message>
    <message>
        <source>照着原件输入，不用空格</source>
        <translation>as on the original, without spaces</translation>
    </message>
    <message>
        <source>证件号码</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>下一步</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>窗口凭姓名认人；不便输入可以留空</source>
        <translation>Clerks know visitors by it; it may be left empty</translation>
    </message>
    <message>
        <source>姓名（可留空）</source>
        <translation>Name (may be empty)</translation>
    </message>
    <message>
        <source>今天没有此人的预约</source>
        <translation>No appointment of this person today</translation>
    </message>
    <message>
        <source>可能约在改天，或用了别的证件。也可以现在取号。</source>
        <translation>Perhaps for another day or with another document. A number can be taken now.</translation>
    </message>
    <message>
        <source>现在取号</source>
        <translation>Take a number now</translation>
    </message>
    <message>
        <source>用哪个预约？</source>
        <translation>Which appointment?</translation>
    </message>
    <message>
        <source>%1（已过时间）</source>
        <translation>%1 (time is over)</translation>
    </message>
    <message>
        <source>预约编号</source>
        <translation>Reference</translation>
    </message>
    <message>
        <source>在预约短信或回执上，分大小写</source>
        <translation>on the message or receipt; case matters</translation>
    </message>
    <message>
        <source>短信通知</source>
        <translation>Text messages</translation>
    </message>
    <message>
        <source>尾号 %1</source>
        <translation>Ends in %1</translation>
    </message>
    <message>
        <source>留手机号，不留也可以</source>
        <translation>Phone number, if wished</translation>
    </message>
    <message>
        <source>手机号</source>
        <translation>Phone number</translation>
    </message>
    <message>
        <source>快到号、叫号和请您评价时发短信；不留就空着</source>
        <translation>Texted when nearly called, when called, and to rate the service; or leave it empty</translation>
    </message>
    <message>
        <source>手机号不对</source>
        <translation>This is no phone number</translation>
    </message>
    <message>
        <source>请念一遍核对：手机 11 位。</source>
        <translation>Read it back: a mobile has 11 digits.</translation>
    </message>
    <message>
        <source>手机号（可留空）</source>
        <translation>Phone number (or empty)</translation>
    </message>
    <message>
        <source>好</source>
        <translation>OK</translation>
    </message>
</context>
<context>
    <name>LogInPage</name>
    <message>
        <source>工号</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>密码</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>继续</source>
        <translation>Go on</translation>
    </message>
    <message>
        <source>登录</source>
        <translation>Log in</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>导办台</source>
        <translation>Guide desk</translation>
    </message>
</context>
<context>
    <name>StillThere</name>
    <message>
        <source>还在帮这位办事人吗？</source>
        <translation>Still helping this visitor?</translation>
    </message>
    <message>
        <source>没有操作的话，马上回到首页，此人的信息会清除。</source>
        <translation>Otherwise the page is cleared in a moment, with all that is known of the person.</translation>
    </message>
    <message>
        <source>还在</source>
        <translation>Still here</translation>
    </message>
    <message>
        <source>办好了，清除</source>
        <translation>Done: clear it</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>首页</source>
        <translation>Home</translation>
    </message>
    <message>
        <source>锁定</source>
        <translation>Lock</translation>
    </message>
    <message>
        <source>退出</source>
        <translation>Log out</translation>
    </message>
</context>
<context>
    <name>TypingBoard</name>
    <message>
        <source>完成</source>
        <translation>Done</translation>
    </message>
</context>
</TS>
