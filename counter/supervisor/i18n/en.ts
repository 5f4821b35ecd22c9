<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="zh_CN">
<context>
    <name>AlarmRow</name>
    <message>
        <source>知道了</source>
        <translation>Seen</translation>
    </message>
</context>
<context>
    <name>Alarms</name>
    <message>
        <source>{subject} 不能用</source>
        <translation>{subject} does not work</translation>
    </message>
    <message>
        <source>{subject} 纸快用完</source>
        <translation>{subject} is low on paper</translation>
    </message>
    <message>
        <source>{subject} 没有消息</source>
        <translation>{subject} is silent</translation>
    </message>
    <message>
        <source>{subject} 等了 {minutes} 分，目标 {target} 分</source>
        <translation>{subject}: waited {minutes} min, target {target}</translation>
    </message>
    <message>
        <source>预约太多，提前量已到上限</source>
        <translation>Too many appointments: head start at its most</translation>
    </message>
    <message>
        <source>{subject} 开着，{minutes} 分没叫号</source>
        <translation>{subject} has called nobody for {minutes} min</translation>
    </message>
    <message>
        <source>{subject} 暂停了 {minutes} 分</source>
        <translation>{subject} is paused for {minutes} min</translation>
    </message>
    <message>
        <source>{subject}：{waiting} 人在等，没有窗口</source>
        <translation>{subject}: {waiting} wait, no window open</translation>
    </message>
    <message>
        <source>优先号占 {percent}%，超过 {target}%</source>
        <translation>{percent} % priority numbers, over {target} %</translation>
    </message>
    <message>
        <source>差评整改超期：{number} 号，{window} 号窗口</source>
        <translation>Follow-up overdue: {number}, window {window}</translation>
    </message>
    <message>
        <source>{subject} 的评价可疑</source>
        <translation>{subject}: doubtful ratings</translation>
    </message>
    <message>
        <source>点开看是哪一部分，派人去看。</source>
        <translation>Open this to see which part, and send somebody.</translation>
    </message>
    <message>
        <source>请导办换一卷纸。</source>
        <translation>Ask the guide to change the roll.</translation>
    </message>
    <message>
        <source>看看那台机器是否开着、网线是否接好。</source>
        <translation>See whether it is on and its network cable in.</translation>
    </message>
    <message>
        <source>加开窗口，或让别的窗口也办这一项。</source>
        <translation>Open a window, or let another serve this too.</translation>
    </message>
    <message>
        <source>问一问窗口；人不在就先暂停。</source>
        <translation>Ask the clerk; if nobody is there, pause it.</translation>
    </message>
    <message>
        <source>问一问窗口，或替他恢复叫号。</source>
        <translation>Ask the clerk, or end the pause yourself.</translation>
    </message>
    <message>
        <source>开一个窗口，或给开着的窗口加上这一项。</source>
        <translation>Open a window, or add this to one that is open.</translation>
    </message>
    <message>
        <source>现场号会等得更久：加开窗口，并发公告说明。</source>
        <translation>Walk-ins wait longer: open windows and post a notice.</translation>
    </message>
    <message>
        <source>请导办核对优先证件。</source>
        <translation>Ask the guide to check the proofs.</translation>
    </message>
    <message>
        <source>今天就办完这一步。</source>
        <translation>Do this step today.</translation>
    </message>
    <message>
        <source>点开看依据，再找窗口了解。</source>
        <translation>Open this for the evidence, then ask at the window.</translation>
    </message>
    <message>
        <source>{subject} 取件码输错太多，到 {until} 不能输码</source>
        <translation>{subject}: too many wrong pickup codes, locked until {until}</translation>
    </message>
    <message>
        <source>{subject} 快满了，只剩 {free} 格</source>
        <translation>{subject} is nearly full: {free} free</translation>
    </message>
    <message>
        <source>{subject} 打不开</source>
        <translation>{subject} does not open</translation>
    </message>
    <message>
        <source>{subject} 有锁控板没有应答</source>
        <translation>{subject}: a lock board does not answer</translation>
    </message>
    <message>
        <source>{subject} 没有关</source>
        <translation>{subject} was left open</translation>
    </message>
    <message>
        <source>{subject} 没有连线</source>
        <translation>{subject} has no line</translation>
    </message>
    <message>
        <source>{subject} 的办件逾期未取</source>
        <translation>{subject}: case not collected in time</translation>
    </message>
    <message>
        <source>{subject} 的回调被拒 {count} 次</source>
        <translation>{subject}: {count} hooks refused</translation>
    </message>
    <message>
        <source>{subject} 被强开</source>
        <translation>{subject} was forced</translation>
    </message>
    <message>
        <source>{subject} 里有不明物品</source>
        <translation>{subject}: something unknown inside</translation>
    </message>
    <message>
        <source>{subject} 里有没有东西，待核</source>
        <translation>{subject}: what is inside is unsure</translation>
    </message>
    <message>
        <source>今天有 {count} 条信息没有送到</source>
        <translation>{count} messages did not get through today</translation>
    </message>
    <message>
        <source>信息会等着，通了再发。请管理员查网络和账户。最后一次试：{tried}。</source>
        <translation>Messages wait until it is back. The administrator checks line and account. Last tried at {tried}.</translation>
    </message>
    <message>
        <source>看看谁在那里试码。到时自动恢复；点开可以提前解除。</source>
        <translation>See who is trying codes. The lock ends by itself; open this to end it now.</translation>
    </message>
    <message>
        <source>办件缺失：{subject}</source>
        <translation>Case missing: {subject}</translation>
    </message>
    <message>
        <source>发送渠道 {subject} 不通</source>
        <translation>Carrier {subject} is away</translation>
    </message>
    <message>
        <source>可能是密钥不对，也可能有人冒充。请管理员查。</source>
        <translation>A wrong secret, or somebody pretends. The administrator finds out.</translation>
    </message>
    <message>
        <source>延长保存，或取回窗口。</source>
        <translation>Keep it longer, or return it to a window.</translation>
    </message>
    <message>
        <source>把逾期的取回窗口，或请送件员改存别的柜。</source>
        <translation>Take overdue cases back, or send couriers to another cabinet.</translation>
    </message>
    <message>
        <source>查最后开门的人和监控；找到后在这里放上取件架。</source>
        <translation>Ask who opened last, see the camera; once found, put it on a shelf here.</translation>
    </message>
    <message>
        <source>检查锁控板的电源和连线；那些门暂时打不开。</source>
        <translation>Check the board's power and cable; its doors do not open meanwhile.</translation>
    </message>
    <message>
        <source>派人去看看里面，把门关上。</source>
        <translation>Send somebody to look inside and close it.</translation>
    </message>
    <message>
        <source>派人去看，开门查验，再说明柜内情况。</source>
        <translation>Send somebody, inspect it, then say what is inside.</translation>
    </message>
    <message>
        <source>派人取出，再恢复使用。</source>
        <translation>Have it taken out, then put the door back in service.</translation>
    </message>
    <message>
        <source>派人看看门是否被卡住，再开门查验。</source>
        <translation>Have somebody see what blocks it, then inspect.</translation>
    </message>
    <message>
        <source>点开看原因，能重发的重发，急的打电话。</source>
        <translation>See why; send again what can go, call where it is urgent.</translation>
    </message>
    <message>
        <source>点开，请人去看，再说明柜内情况。</source>
        <translation>Open it, have somebody look, then say what is inside.</translation>
    </message>
    <message>
        <source>看看它的电源和网线；现在存取不了，请人引导到窗口。</source>
        <translation>Check its power and network; guide people to windows meanwhile.</translation>
    </message>
</context>
<context>
    <name>ClosePanel</name>
    <message>
        <source>大厅今天已经关闭。</source>
        <translation>The hall is closed for today.</translation>
    </message>
    <message>
        <source>关闭大厅</source>
        <translation>Close the hall</translation>
    </message>
    <message>
        <source>第一步：为什么关？</source>
        <translation>First: why?</translation>
    </message>
    <message>
        <source>今天办完了</source>
        <translation>The day is done</translation>
    </message>
    <message>
        <source>提前关闭</source>
        <translation>Closing early</translation>
    </message>
    <message>
        <source>第二步：输入今天的月日 %1，再按“关闭大厅”。</source>
        <translation>Second: type today's month and day, %1, then press “Close the hall”.</translation>
    </message>
    <message>
        <source>今天的月日，四位数字</source>
        <translation>Today's month and day, four digits</translation>
    </message>
</context>
<context>
    <name>DeedForm</name>
    <message>
        <source>正在问大厅谁在等…</source>
        <translation>Asking who waits…</translation>
    </message>
    <message>
        <source>叫哪个号（按规则的顺序）</source>
        <translation>Which number (in the rule's order)</translation>
    </message>
    <message>
        <source>没有这个窗口能叫的号。</source>
        <translation>Nobody waits whom this window may call.</translation>
    </message>
    <message>
        <source>全部业务</source>
        <translation>Everything</translation>
    </message>
    <message>
        <source>和现在一样</source>
        <translation>As it is now</translation>
    </message>
    <message>
        <source>原因（记入日志账；不写办事人的姓名）</source>
        <translation>Reason (journaled; no citizen's name)</translation>
    </message>
    <message>
        <source>原因（可不填；记入日志账）</source>
        <translation>Reason (may be left out; journaled)</translation>
    </message>
    <message>
        <source>多久</source>
        <translation>For</translation>
    </message>
    <message>
        <source>不定</source>
        <translation>No end</translation>
    </message>
    <message>
        <source>%1 分</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>不做</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>正在做…</source>
        <translation>Working…</translation>
    </message>
</context>
<context>
    <name>Deeds</name>
    <message>
        <source>现在叫 {number}</source>
        <translation>Call {number} now</translation>
    </message>
    <message>
        <source>{number} 办完后窗口才暂停。暂停期间不叫号，等候的人由别的窗口叫；窗口屏和条屏显示暂停。</source>
        <translation>The window pauses when {number} is done. Until it resumes it calls nobody; others call who waits. The screen and strip at the window say that it is paused.</translation>
    </message>
    <message>
        <source>注意：这是最后一个开着的窗口。</source>
        <translation> Mind: it is the last open window for some who wait.</translation>
    </message>
    <message>
        <source>叫错窗口，补叫</source>
        <translation>Was called to the wrong window</translation>
    </message>
    <message>
        <source>身体不适</source>
        <translation>Feels unwell</translation>
    </message>
    <message>
        <source>系统故障补叫</source>
        <translation>Made good after a fault</translation>
    </message>
    <message>
        <source>窗口人员离开</source>
        <translation>Clerk had to leave</translation>
    </message>
    <message>
        <source>设备故障</source>
        <translation>Device fault</translation>
    </message>
    <message>
        <source>紧急情况</source>
        <translation>Emergency</translation>
    </message>
    <message>
        <source>缺纸</source>
        <translation>Out of paper</translation>
    </message>
    <message>
        <source>维护</source>
        <translation>Maintenance</translation>
    </message>
    <message>
        <source>分流等候的人</source>
        <translation>To shorten a queue</translation>
    </message>
    <message>
        <source>顶替同事</source>
        <translation>Stands in for a colleague</translation>
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
        <source>紧急关窗</source>
        <translation>Close in emergency</translation>
    </message>
    <message>
        <source>暂停</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>恢复叫号</source>
        <translation>Resume</translation>
    </message>
    <message>
        <source>改业务范围</source>
        <translation>Change profile</translation>
    </message>
    <message>
        <source>指定呼叫</source>
        <translation>Override</translation>
    </message>
    <message>
        <source>停用终端</source>
        <translation>Out of order</translation>
    </message>
    <message>
        <source>启用终端</source>
        <translation>Back in order</translation>
    </message>
    <message>
        <source>{window} 号窗口会显示为开着，可以按规则叫号。窗口没有人登录时，记在您的名下。</source>
        <translation>Window {window} shows as open and may call by the rule. If nobody is logged in there, it is in your name.</translation>
    </message>
    <message>
        <source>{window} 号窗口不再叫号。等候的人不受影响，由办同样业务的窗口叫。</source>
        <translation>Window {window} calls no more. Who waits is called by the windows that serve the same.</translation>
    </message>
    <message>
        <source>{window} 号窗口立刻关闭。手上的 {number} 号不算过号，回到原来的位置继续等，由别的窗口叫。</source>
        <translation>Window {window} closes at once. {number} is not missed: it waits on in its place for another window.</translation>
    </message>
    <message>
        <source>暂停期间 {window} 号窗口不叫号，等候的人由别的窗口叫；窗口屏和条屏显示暂停。到时间不会自己恢复。</source>
        <translation>Window {window} calls nobody until it resumes; others call who waits. The screen and strip at the window say that it is paused. It does not resume by itself.</translation>
    </message>
    <message>
        <source>{window} 号窗口马上可以接着叫号。</source>
        <translation>Window {window} may call again at once.</translation>
    </message>
    <message>
        <source>从下一次叫号起，{window} 号窗口只叫选中的业务。手上的号不受影响；这次改动记入日志账。</source>
        <translation>From its next call on, window {window} calls what is chosen only. The number in hand stays; the change is journaled.</translation>
    </message>
    <message>
        <source>不按规则的顺序，叫选中的号到 {window} 号窗口。您的工号和原因记入日志账，审计里看得到，办事人查“为什么先叫”时也看得到。</source>
        <translation>Calls the chosen number to window {window} against the rule's order. Your name and reason are journaled; the audit shows them, and so does “why before me” to citizens.</translation>
    </message>
    <message>
        <source>{window} 号终端马上停止叫号；在用的人的号不会丢，回去继续等。</source>
        <translation>Terminal {window} stops calling at once; the number in use is not lost, it waits on.</translation>
    </message>
    <message>
        <source>{window} 号终端马上可以使用，并开始叫号。</source>
        <translation>Terminal {window} may be used at once, and calls.</translation>
    </message>
</context>
<context>
    <name>Devices</name>
    <message>
        <source>还没有前端报告设备情况。</source>
        <translation>No front end has told of its devices yet.</translation>
    </message>
    <message>
        <source>{count} 台设备全部正常。</source>
        <translation>All {count} devices are well.</translation>
    </message>
    <message>
        <source>其余 {count} 台设备正常。</source>
        <translation>The other {count} devices are well.</translation>
    </message>
    <message>
        <source>{at} 以后没有消息</source>
        <translation>Silent since {at}</translation>
    </message>
    <message>
        <source>看看那台机器是否开着、网线是否接好。</source>
        <translation>See whether it is on and its network cable in.</translation>
    </message>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
    <message>
        <source>读卡器</source>
        <translation>Card reader</translation>
    </message>
    <message>
        <source>凭条打印机</source>
        <translation>Ticket printer</translation>
    </message>
    <message>
        <source>扫码器</source>
        <translation>Scanner</translation>
    </message>
    <message>
        <source>员工卡读卡器</source>
        <translation>Staff card reader</translation>
    </message>
    <message>
        <source>语音播报</source>
        <translation>Speaker</translation>
    </message>
    <message>
        <source>评价键盘</source>
        <translation>Rating keypad</translation>
    </message>
    <message>
        <source>窗口总线</source>
        <translation>Window bus</translation>
    </message>
    <message>
        <source>窗口条屏</source>
        <translation>Window strips</translation>
    </message>
    <message>
        <source>取件柜</source>
        <translation>Locker</translation>
    </message>
    <message>
        <source>本机时钟</source>
        <translation>Its clock</translation>
    </message>
    <message>
        <source>本机磁盘</source>
        <translation>Its disk</translation>
    </message>
    <message>
        <source>正在打开</source>
        <translation>Starting</translation>
    </message>
    <message>
        <source>正常</source>
        <translation>Well</translation>
    </message>
    <message>
        <source>正在工作</source>
        <translation>Working</translation>
    </message>
    <message>
        <source>需要处理</source>
        <translation>Wants a hand</translation>
    </message>
    <message>
        <source>脱机</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>没有应答</source>
        <translation>No answer</translation>
    </message>
    <message>
        <source>故障</source>
        <translation>Fault</translation>
    </message>
    <message>
        <source>没有接上</source>
        <translation>Not connected</translation>
    </message>
    <message>
        <source>可能被动过</source>
        <translation>Perhaps tampered with</translation>
    </message>
    <message>
        <source>纸快用完</source>
        <translation>paper low</translation>
    </message>
    <message>
        <source>没有纸</source>
        <translation>no paper</translation>
    </message>
    <message>
        <source>盖子开着</source>
        <translation>cover open</translation>
    </message>
    <message>
        <source>切刀故障</source>
        <translation>cutter fault</translation>
    </message>
    <message>
        <source>出纸口卡纸</source>
        <translation>paper jam</translation>
    </message>
    <message>
        <source>请导办换一卷纸。</source>
        <translation>Ask the guide to change the roll.</translation>
    </message>
    <message>
        <source>请导办装一卷新纸，然后在机器上按“已换纸”。</source>
        <translation>Ask the guide for a new roll, then press “Paper changed” there.</translation>
    </message>
    <message>
        <source>请导办合上打印机的盖子。</source>
        <translation>Ask the guide to close the printer's cover.</translation>
    </message>
    <message>
        <source>按打印机上的联机键，或关掉再打开。</source>
        <translation>Press the printer's online key, or switch it off and on.</translation>
    </message>
    <message>
        <source>打开打印机，取出卡住的纸，关掉再打开。</source>
        <translation>Open the printer, take the jammed paper out, switch it off and on.</translation>
    </message>
    <message>
        <source>打开出纸口，取出卡住的纸。</source>
        <translation>Open the exit and take the jammed paper out.</translation>
    </message>
    <message>
        <source>检查电源和数据线有没有接好。</source>
        <translation>Check its power and data cable.</translation>
    </message>
    <message>
        <source>检查电源、数据线和设备地址。</source>
        <translation>Check its power, data cable and address.</translation>
    </message>
    <message>
        <source>检查电源和数据线；接好后自动恢复。</source>
        <translation>Check its power and data cable; it comes back by itself.</translation>
    </message>
    <message>
        <source>关掉再打开；之后自动恢复。</source>
        <translation>Switch it off and on; it comes back by itself.</translation>
    </message>
    <message>
        <source>检查数据线，以及设备地址里的速率。</source>
        <translation>Check its data cable, and the speed in its address.</translation>
    </message>
    <message>
        <source>另一个程序占用了它，请关掉那个程序。</source>
        <translation>Another program holds it: close that one.</translation>
    </message>
    <message>
        <source>没有使用权限，请找技术人员。</source>
        <translation>It may not be used: ask a technician.</translation>
    </message>
    <message>
        <source>关掉再打开读卡器；还不行就更换。</source>
        <translation>Switch the reader off and on; replace it if that fails.</translation>
    </message>
    <message>
        <source>检查音箱、音量和声音服务。</source>
        <translation>Check loudspeaker, volume and sound service.</translation>
    </message>
    <message>
        <source>与大厅时间相差两分钟以上，请找技术人员对时。</source>
        <translation>It differs from the hall's time by over two minutes: ask a technician.</translation>
    </message>
    <message>
        <source>写不进磁盘，请找技术人员清理空间。</source>
        <translation>Its disk takes nothing: ask a technician to make room.</translation>
    </message>
</context>
<context>
    <name>FlowPicture</name>
    <message>
        <source>今天每一刻钟取号、叫号和等候</source>
        <translation>Taken, called and waiting today, by quarters of an hour</translation>
    </message>
    <message>
        <source>取号</source>
        <translation>Taken</translation>
    </message>
    <message>
        <source>叫号</source>
        <translation>Called</translation>
    </message>
    <message>
        <source>等候</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>开门以后，这里一刻钟画一格。</source>
        <translation>When the hall is open, each quarter of an hour is drawn here.</translation>
    </message>
</context>
<context>
    <name>FollowUpPanel</name>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>联系</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>核实</source>
        <translation>Verify</translation>
    </message>
    <message>
        <source>整改</source>
        <translation>Rectify</translation>
    </message>
    <message>
        <source>答复</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>回访</source>
        <translation>Review</translation>
    </message>
    <message>
        <source>满意</source>
        <translation>Satisfied</translation>
    </message>
    <message>
        <source>仍不满意</source>
        <translation>Still not satisfied</translation>
    </message>
    <message>
        <source>联系不上</source>
        <translation>Not reached</translation>
    </message>
    <message>
        <source>记下什么（加密保存，到期销毁）</source>
        <translation>Note (kept sealed, destroyed in time)</translation>
    </message>
    <message>
        <source>重办一次</source>
        <translation>Redo once</translation>
    </message>
</context>
<context>
    <name>Head</name>
    <message>
        <source>对比度</source>
        <translation>Contrast</translation>
    </message>
    <message>
        <source>退出</source>
        <translation>Log out</translation>
    </message>
</context>
<context>
    <name>LogInPage</name>
    <message>
        <source>值班主任登录</source>
        <translation>Supervisor log-in</translation>
    </message>
    <message>
        <source>正在登录</source>
        <translation>Logging in</translation>
    </message>
    <message>
        <source>登录</source>
        <translation>Log in</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>值班主任</source>
        <translation>Supervisor</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>现在连不上大厅服务器</source>
        <translation>The hall server is away</translation>
    </message>
    <message>
        <source>大厅服务器没有接受</source>
        <translation>The hall server did not accept it</translation>
    </message>
    <message>
        <source>{window} 号窗口已开。</source>
        <translation>Window {window} is open.</translation>
    </message>
    <message>
        <source>{window} 号窗口已关。</source>
        <translation>Window {window} is closed.</translation>
    </message>
    <message>
        <source>{window} 号窗口已恢复叫号。</source>
        <translation>Window {window} calls again.</translation>
    </message>
    <message>
        <source>{window} 号窗口：暂停已生效，手上有号的办完后暂停。</source>
        <translation>Window {window} pauses, after the number in hand if there is one.</translation>
    </message>
    <message>
        <source>{window} 号终端已启用。</source>
        <translation>Terminal {window} is back in order.</translation>
    </message>
    <message>
        <source>{window} 号窗口已紧急关闭，手上的号继续等。</source>
        <translation>Window {window} was closed in emergency; its number waits on.</translation>
    </message>
    <message>
        <source>{window} 号窗口的业务范围已改。</source>
        <translation>The profile of window {window} is changed.</translation>
    </message>
    <message>
        <source>已叫到 {window} 号窗口，原因已记入日志账。</source>
        <translation>Called to window {window}; the reason is journaled.</translation>
    </message>
    <message>
        <source>公告已发出。</source>
        <translation>The notice is posted.</translation>
    </message>
    <message>
        <source>公告已撤下。</source>
        <translation>The notice is taken down.</translation>
    </message>
    <message>
        <source>大厅已关闭。</source>
        <translation>The hall is closed.</translation>
    </message>
    <message>
        <source>这一步已记下。</source>
        <translation>This step is noted.</translation>
    </message>
    <message>
        <source>登录已失效</source>
        <translation>You are logged out</translation>
    </message>
    <message>
        <source>这里是值班主任的屏幕</source>
        <translation>This is the supervisor's screen</translation>
    </message>
    <message>
        <source>没有发出：线路断了</source>
        <translation>Not sent: the line is down</translation>
    </message>
    <message>
        <source>服务器没有回答</source>
        <translation>The server did not answer</translation>
    </message>
    <message>
        <source>请写明原因</source>
        <translation>A reason is needed</translation>
    </message>
    <message>
        <source>请写公告内容</source>
        <translation>The notice has no text</translation>
    </message>
    <message>
        <source>至少选一项业务</source>
        <translation>Choose one thing at least</translation>
    </message>
    <message>
        <source>请先选一个号</source>
        <translation>Choose a number first</translation>
    </message>
    <message>
        <source>日期不对，大厅没有关闭</source>
        <translation>The date is wrong: the hall stays open</translation>
    </message>
    <message>
        <source>请选回访结果</source>
        <translation>Choose what the review found</translation>
    </message>
    <message>
        <source>请重新登录。大厅照常叫号，什么都没有丢。</source>
        <translation>Log in again. The hall goes on, nothing is lost.</translation>
    </message>
    <message>
        <source>您的工号是窗口人员，请到您的窗口终端登录。</source>
        <translation>Yours is a clerk's number: please log in at your window's counter.</translation>
    </message>
    <message>
        <source>您的工号是导办，请在导办台的平板上登录。已为您退出。</source>
        <translation>Yours is a guide's number: please log in on the guide desk's tablet. You are logged out here.</translation>
    </message>
    <message>
        <source>这一步没有做。恢复连接后请看看情况，需要的话再按一次。</source>
        <translation>Nothing was done. When the line is back, look again, and press again if it is still wanted.</translation>
    </message>
    <message>
        <source>不知道这一步有没有做成。请看左边显示的状态，没做成就再按一次。</source>
        <translation>Nobody knows whether it was done. Look at the windows; press again if it was not.</translation>
    </message>
    <message>
        <source>请看看网线和服务器；恢复后再试。</source>
        <translation>Check network and server; then try again.</translation>
    </message>
    <message>
        <source>原因会记入日志账。可以点常用的，也可以自己写；不要写办事人的姓名。</source>
        <translation>It is journaled. Choose one or write your own; no citizen's name.</translation>
    </message>
    <message>
        <source>至少要有简体中文。</source>
        <translation>Simplified Chinese is needed at least.</translation>
    </message>
    <message>
        <source>一项都不办，请改用关窗。</source>
        <translation>To serve nothing, close the window.</translation>
    </message>
    <message>
        <source>按规则的顺序列在这里。</source>
        <translation>They are listed in the rule's order.</translation>
    </message>
    <message>
        <source>请输入上面写的四位数字。</source>
        <translation>Type the four digits that are shown.</translation>
    </message>
    <message>
        <source>回访以后才能结案或重办。</source>
        <translation>Review first, then close or redo.</translation>
    </message>
    <message>
        <source>{case} 已放在取件架 {label}，到窗口取。</source>
        <translation>{case} is on shelf {label}, for collection at a window.</translation>
    </message>
    <message>
        <source>{count} 条信息已交给发送渠道。</source>
        <translation>{count} messages are given to the carriers.</translation>
    </message>
    <message>
        <source>{door} 号柜门已停用。</source>
        <translation>Door {door} is out of service.</translation>
    </message>
    <message>
        <source>{door} 号柜门已恢复使用。</source>
        <translation>Door {door} is back in service.</translation>
    </message>
    <message>
        <source>{door} 号柜门正在打开。取出关门后，写明放在哪里或重新存入。</source>
        <translation>Door {door} opens. Take it out and close; then name its shelf or deposit it anew.</translation>
    </message>
    <message>
        <source>{door} 号柜门正在打开。看过后请说明柜内情况。</source>
        <translation>Door {door} opens. After looking, say what is inside.</translation>
    </message>
    <message>
        <source>{door} 号柜门的情况已记下。</source>
        <translation>What is behind door {door} is noted.</translation>
    </message>
    <message>
        <source>例如 A-3。窗口的同事按它找。</source>
        <translation>Such as A-3: colleagues look for it there.</translation>
    </message>
    <message>
        <source>可能已在重发，或号码已按期清除。请看更新后的名单。</source>
        <translation>It may be on its way, or its number was erased. Look at the list again.</translation>
    </message>
    <message>
        <source>已解除锁定，可以输码了。已记入日志账。</source>
        <translation>Codes are taken there again. It is in the journal.</translation>
    </message>
    <message>
        <source>已延长保存。</source>
        <translation>Kept longer.</translation>
    </message>
    <message>
        <source>等那一次开门结束；没关的门请人关上。</source>
        <translation>Wait for that unlocking to end; have an open door closed.</translation>
    </message>
    <message>
        <source>请写明放在哪个取件架</source>
        <translation>Say on which shelf</translation>
    </message>
    <message>
        <source>这台取件柜没有连线</source>
        <translation>No line to this cabinet</translation>
    </message>
    <message>
        <source>这扇门正有人在用</source>
        <translation>Somebody is at this door</translation>
    </message>
    <message>
        <source>这条已经不在死信里</source>
        <translation>No dead letter any more</translation>
    </message>
    <message>
        <source>远程打不开它的门。看看它的电源和网线；急用请拿柜子的钥匙开。</source>
        <translation>Its doors cannot be opened from afar. Check its power and network; in need use the cabinet's key.</translation>
    </message>
</context>
<context>
    <name>NoticesPanel</name>
    <message>
        <source>现在挂着的公告</source>
        <translation>Notices shown now</translation>
    </message>
    <message>
        <source>没有公告。</source>
        <translation>There is none.</translation>
    </message>
    <message>
        <source>撤下</source>
        <translation>Take down</translation>
    </message>
    <message>
        <source>新公告</source>
        <translation>New notice</translation>
    </message>
    <message>
        <source>发出后大屏马上显示，到时间自己撤下。</source>
        <translation>Walls show it at once, and take it down in time.</translation>
    </message>
    <message>
        <source>简体中文（必填）</source>
        <translation>Simplified Chinese (needed)</translation>
    </message>
    <message>
        <source>繁体中文（可不填，不填就显示简体）</source>
        <translation>Traditional Chinese (or simplified is shown)</translation>
    </message>
    <message>
        <source>英文（可不填，不填就显示简体）</source>
        <translation>English (or simplified Chinese is shown)</translation>
    </message>
    <message>
        <source>挂多久</source>
        <translation>For</translation>
    </message>
    <message>
        <source>直到撤下</source>
        <translation>No end</translation>
    </message>
    <message>
        <source>%1 分</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>发出公告</source>
        <translation>Post the notice</translation>
    </message>
</context>
<context>
    <name>NowPanel</name>
    <message>
        <source>要看的</source>
        <translation>Wants a look</translation>
    </message>
    <message>
        <source>没有要看的事情。</source>
        <translation>Nothing wants a look.</translation>
    </message>
    <message>
        <source>第一位等了多久，和目标比</source>
        <translation>Wait of the first, against the target</translation>
    </message>
    <message>
        <source>今天</source>
        <translation>Today</translation>
    </message>
</context>
<context>
    <name>Ratings</name>
    <message>
        <source>邀请 {invited}，已评 {rated}，满意以上 {good}</source>
        <translation>{rated} of {invited} rated, {good} satisfied</translation>
    </message>
    <message>
        <source>参评率低于 {target}%：请导办提醒办事人扫码评价，不要替人按键。</source>
        <translation>Under {target} %: let guides invite citizens to rate by phone; nobody presses for them.</translation>
    </message>
    <message>
        <source>{count} 处可疑</source>
        <translation>{count} doubts</translation>
    </message>
    <message>
        <source>{count} 次：{times}</source>
        <translation>{count} times: {times}</translation>
    </message>
    <message>
        <source>刚问就按，不到一秒</source>
        <translation>pressed within a second</translation>
    </message>
    <message>
        <source>连着按同一级</source>
        <translation>one level again and again</translation>
    </message>
    <message>
        <source>只有评价器，没有手机评价</source>
        <translation>pad only, no phone</translation>
    </message>
    <message>
        <source>不在办公时间</source>
        <translation>outside opening hours</translation>
    </message>
    <message>
        <source>没有真正办理就有评价</source>
        <translation>rated without a real service</translation>
    </message>
    <message>
        <source>同一级的占比远高于全厅</source>
        <translation>one level far above the hall's share</translation>
    </message>
    <message>
        <source>评价器上远好于手机上</source>
        <translation>pad far better than phone</translation>
    </message>
    <message>
        <source>非常满意</source>
        <translation>very satisfied</translation>
    </message>
    <message>
        <source>满意</source>
        <translation>satisfied</translation>
    </message>
    <message>
        <source>基本满意</source>
        <translation>fairly satisfied</translation>
    </message>
    <message>
        <source>不满意</source>
        <translation>not satisfied</translation>
    </message>
    <message>
        <source>非常不满意</source>
        <translation>very dissatisfied</translation>
    </message>
    <message>
        <source>已结案</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>超期，应于 {day}</source>
        <translation>Overdue: {day}</translation>
    </message>
    <message>
        <source>{day} 前</source>
        <translation>By {day}</translation>
    </message>
    <message>
        <source>重办</source>
        <translation>Redo</translation>
    </message>
    <message>
        <source>联系</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>核实</source>
        <translation>Verify</translation>
    </message>
    <message>
        <source>整改</source>
        <translation>Rectify</translation>
    </message>
    <message>
        <source>答复</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>回访</source>
        <translation>Review</translation>
    </message>
    <message>
        <source>结案</source>
        <translation>Close it</translation>
    </message>
    <message>
        <source>联系办事人，听听哪里不满意，记下时间和要点。</source>
        <translation>Contact the citizen, hear what was wrong, note when and what.</translation>
    </message>
    <message>
        <source>向窗口核实经过，看看属实不属实。</source>
        <translation>Ask at the window what happened, and whether it is so.</translation>
    </message>
    <message>
        <source>写下改了什么；误评也写明。</source>
        <translation>Write what was changed, or that the rating was a slip.</translation>
    </message>
    <message>
        <source>把结果告诉办事人，记下怎样答复的。</source>
        <translation>Tell the citizen the outcome, and note how.</translation>
    </message>
    <message>
        <source>回访：办事人现在满意吗？选一个结果后结案；不满意可以重办一次。</source>
        <translation>Call back: is the citizen satisfied now? Choose, then close it; it may be redone once.</translation>
    </message>
    <message>
        <source>已联系</source>
        <translation>Contacted</translation>
    </message>
    <message>
        <source>已核实</source>
        <translation>Verified</translation>
    </message>
    <message>
        <source>已整改</source>
        <translation>Rectified</translation>
    </message>
    <message>
        <source>已答复</source>
        <translation>Answered</translation>
    </message>
    <message>
        <source>仍不满意</source>
        <translation>Still not satisfied</translation>
    </message>
    <message>
        <source>联系不上</source>
        <translation>Not reached</translation>
    </message>
</context>
<context>
    <name>RatingsPanel</name>
    <message>
        <source>今天参评率</source>
        <translation>Rated today</translation>
    </message>
    <message>
        <source>窗口</source>
        <translation>Window</translation>
    </message>
    <message>
        <source>参评</source>
        <translation>Rated</translation>
    </message>
    <message>
        <source>评价器满意</source>
        <translation>Good, pad</translation>
    </message>
    <message>
        <source>手机等满意</source>
        <translation>Good, phone</translation>
    </message>
    <message>
        <source>可疑</source>
        <translation>Doubts</translation>
    </message>
    <message>
        <source>可疑的评价（只标出，不改数字）</source>
        <translation>Doubtful ratings (marked, never corrected)</translation>
    </message>
    <message>
        <source>差评整改</source>
        <translation>Follow-ups</translation>
    </message>
    <message>
        <source>没有要整改的差评。</source>
        <translation>No low rating waits for an answer.</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>现在</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>评价</source>
        <translation>Ratings</translation>
    </message>
    <message>
        <source>设备</source>
        <translation>Devices</translation>
    </message>
    <message>
        <source>公告</source>
        <translation>Notices</translation>
    </message>
    <message>
        <source>大厅</source>
        <translation>Hall</translation>
    </message>
    <message>
        <source>取件柜</source>
        <translation>Lockers</translation>
    </message>
    <message>
        <source>消息</source>
        <translation>Messages</translation>
    </message>
</context>
<context>
    <name>Supervisor</name>
    <message>
        <source>受理</source>
        <translation>Accept</translation>
    </message>
    <message>
        <source>咨询</source>
        <translation>Consult</translation>
    </message>
    <message>
        <source>取件</source>
        <translation>Pickup</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>刚刚</source>
        <translation>just now</translation>
    </message>
    <message>
        <source>{minutes} 分</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <source>{hours} 时 {minutes} 分</source>
        <translation>{hours} h {minutes}</translation>
    </message>
    <message>
        <source>{minutes}分</source>
        <translation>{minutes}m</translation>
    </message>
    <message>
        <source>取号</source>
        <translation>Taken</translation>
    </message>
    <message>
        <source>办结</source>
        <translation>Finished</translation>
    </message>
    <message>
        <source>一次办结</source>
        <translation>At once</translation>
    </message>
    <message>
        <source>平均等候</source>
        <translation>Mean wait</translation>
    </message>
    <message>
        <source>95% 等候不超过</source>
        <translation>95% wait under</translation>
    </message>
    <message>
        <source>平均办理</source>
        <translation>Mean service</translation>
    </message>
    <message>
        <source>过号</source>
        <translation>Missed</translation>
    </message>
    <message>
        <source>预约准时</source>
        <translation>Appts on time</translation>
    </message>
    <message>
        <source>指定呼叫</source>
        <translation>Overrides</translation>
    </message>
    <message>
        <source>等候</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>最久</source>
        <translation>Longest</translation>
    </message>
    <message>
        <source>开窗</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>要看</source>
        <translation>Look</translation>
    </message>
    <message>
        <source>直到撤下</source>
        <translation>No end</translation>
    </message>
    <message>
        <source>到 {at}</source>
        <translation>Until {at}</translation>
    </message>
    <message>
        <source>结束今天：{waiting} 个在等的号和 {in_hand} 个窗口手上的号都会失效，{open} 个开着的窗口全部关闭，取号机停止取号。今天不能再开。</source>
        <translation>Ends the day: {waiting} waiting numbers and {in_hand} in hand at windows end, {open} open windows close, kiosks issue nothing. It cannot be opened again today.</translation>
    </message>
    <message>
        <source>{at} 起 · {lasted}</source>
        <translation>since {at} · {lasted}</translation>
    </message>
    <message>
        <source>{window} 号窗口</source>
        <translation>Window {window}</translation>
    </message>
    <message>
        <source>{window} 号自助终端</source>
        <translation>Terminal {window}</translation>
    </message>
    <message>
        <source>窗口人员</source>
        <translation>Clerk</translation>
    </message>
    <message>
        <source>手上的号</source>
        <translation>In hand</translation>
    </message>
    <message>
        <source>现在</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>在等它叫</source>
        <translation>Waiting for it</translation>
    </message>
    <message>
        <source>挂起的号</source>
        <translation>On hold</translation>
    </message>
    <message>
        <source>业务范围</source>
        <translation>Profile</translation>
    </message>
    <message>
        <source>空闲 {lasted}，没有叫号</source>
        <translation>Free for {lasted}, calls nobody</translation>
    </message>
    <message>
        <source>{count} 人</source>
        <translation>{count}</translation>
    </message>
    <message>
        <source>{count}，第一位等了 {longest}</source>
        <translation>{count}, the first for {longest}</translation>
    </message>
    <message>
        <source>全部业务</source>
        <translation>Everything</translation>
    </message>
    <message>
        <source>{name}（{classes}）</source>
        <translation>{name} ({classes})</translation>
    </message>
    <message>
        <source>{what} · 等了 {waited}</source>
        <translation>{what} · {waited}</translation>
    </message>
    <message>
        <source>连不上大厅服务器</source>
        <translation>The hall server is away</translation>
    </message>
    <message>
        <source>连不上大厅服务器，下面是 {age}前的情况</source>
        <translation>The hall server is away; this is how it was {age} ago</translation>
    </message>
    <message>
        <source>窗口可能还在照常叫号。恢复后自动连接；断线时按的不会发出。</source>
        <translation>Windows may still be calling. It connects by itself; what is pressed meanwhile is not sent.</translation>
    </message>
    <message>
        <source>{seconds} 秒</source>
        <translation>{seconds} s</translation>
    </message>
    <message>
        <source>暂时没有新数据：{names}</source>
        <translation>No news for now: {names}</translation>
    </message>
    <message>
        <source>队列和警报</source>
        <translation>queues and alarms</translation>
    </message>
    <message>
        <source>设备</source>
        <translation>devices</translation>
    </message>
    <message>
        <source>今日数据</source>
        <translation>today's figures</translation>
    </message>
    <message>
        <source>评价</source>
        <translation>ratings</translation>
    </message>
    <message>
        <source>差评整改</source>
        <translation>follow-ups</translation>
    </message>
    <message>
        <source>{waited} 分</source>
        <translation>{waited} min</translation>
    </message>
    <message>
        <source>{waited} / {target} 分</source>
        <translation>{waited} / {target} min</translation>
    </message>
    <message>
        <source>没有窗口</source>
        <translation>no window</translation>
    </message>
    <message>
        <source>{count} 窗</source>
        <translation>{count} win.</translation>
    </message>
    <message>
        <source>没有人在等候。</source>
        <translation>Nobody waits.</translation>
    </message>
    <message>
        <source>另有 {count} 个队列无人等候</source>
        <translation>{count} more queues are empty</translation>
    </message>
    <message>
        <source>{at}：取号 {taken}，叫号 {called}，等候 {waiting}</source>
        <translation>{at}: taken {taken}, called {called}, waiting {waiting}</translation>
    </message>
    <message>
        <source>开 {open} / {all}</source>
        <translation>{open} / {all} open</translation>
    </message>
    <message>
        <source>其他窗口</source>
        <translation>Other windows</translation>
    </message>
    <message>
        <source>{floor} 层</source>
        <translation>Floor {floor}</translation>
    </message>
    <message>
        <source>{lasted} · 办完后暂停</source>
        <translation>{lasted} · then pause</translation>
    </message>
    <message>
        <source>无人等候</source>
        <translation>nobody waits</translation>
    </message>
    <message>
        <source>{count} 人在等</source>
        <translation>{count} wait</translation>
    </message>
    <message>
        <source>应到 {until} · 超 {over} 分</source>
        <translation>until {until} · {over} over</translation>
    </message>
    <message>
        <source>至 {until} · {why}</source>
        <translation>until {until} · {why}</translation>
    </message>
    <message>
        <source>未开</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>空闲</source>
        <translation>Free</translation>
    </message>
    <message>
        <source>暂停</source>
        <translation>Paused</translation>
    </message>
    <message>
        <source>叫号</source>
        <translation>Calling</translation>
    </message>
    <message>
        <source>办理</source>
        <translation>Serving</translation>
    </message>
    <message>
        <source>不明来源</source>
        <translation>A stranger</translation>
    </message>
    <message>
        <source>{cabinet} 的 {door} 号柜门</source>
        <translation>{cabinet}, door {door}</translation>
    </message>
    <message>
        <source>消息</source>
        <translation>messages</translation>
    </message>
</context>
<context>
    <name>TileGrid</name>
    <message>
        <source>窗口</source>
        <translation>Windows</translation>
    </message>
</context>
<context>
    <name>WindowPanel</name>
    <message>
        <source>关上</source>
        <translation>Close</translation>
    </message>
</context>
</TS>
