<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="zh_CN">
<context>
    <name>LogInPage</name>
    <message>
        <source>窗口人员登录</source>
        <translation>Clerk log-in</translation>
    </message>
    <message>
        <source>工号</source>
        <translation>Clerk number</translation>
    </message>
    <message>
        <source>密码</source>
        <translation>Password</translation>
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
</context>
<context>
    <name>Main</name>
    <message>
        <source>窗口终端</source>
        <translation>Counter</translation>
    </message>
</context>
<context>
    <name>TicketPanel</name>
    <message>
        <source>未刷卡取号</source>
        <translation>Taken without a card</translation>
    </message>
    <message numerus="yes">
        <source>已呼叫 %n 次</source>
        <translation>
            <numerusform>Called %n time</numerusform>
            <numerusform>Called %n times</numerusform>
        </translation>
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
        <source>取号后等了 %n 分钟</source>
        <translation>
            <numerusform>Waited %n minute</numerusform>
            <numerusform>Waited %n minutes</numerusform>
        </translation>
    </message>
    <message>
        <source>窗口未开</source>
        <translation>Window closed</translation>
    </message>
    <message>
        <source>暂时没有人等候</source>
        <translation>Nobody is waiting</translation>
    </message>
    <message numerus="yes">
        <source>有 %n 人在等候</source>
        <translation>
            <numerusform>%n is waiting</numerusform>
            <numerusform>%n are waiting</numerusform>
        </translation>
    </message>
    <message>
        <source>按 F9 开窗，开始叫号。</source>
        <translation>Press F9 to open it and call.</translation>
    </message>
    <message>
        <source>有人取号后，这里会显示。</source>
        <translation>It shows here when somebody takes a number.</translation>
    </message>
    <message>
        <source>按 F2 叫下一位。</source>
        <translation>Press F2 to call the next one.</translation>
    </message>
    <message>
        <source>窗口已暂停</source>
        <translation>The window is paused</translation>
    </message>
</context>
<context>
    <name>WindowPage</name>
    <message>
        <source>%1 号窗口</source>
        <translation>Window %1</translation>
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
        <source>过号</source>
        <translation>No-show</translation>
    </message>
    <message numerus="yes">
        <source>还需再呼叫 %n 次</source>
        <translation>
            <numerusform>%n call short</numerusform>
            <numerusform>%n calls short</numerusform>
        </translation>
    </message>
    <message>
        <source>办结</source>
        <translation>Finish</translation>
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
        <source>退出登录</source>
        <translation>Log out</translation>
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
        <source>本机未登记，或登记已被取消。请联系管理员重新登记本机。</source>
        <translation>This computer is not enrolled, or no longer. Ask the administrator to enrol it again.</translation>
    </message>
    <message>
        <source>服务器不是本机登记的那一台。请联系管理员。</source>
        <translation>This is not the server this computer was enrolled with. Ask the administrator.</translation>
    </message>
    <message>
        <source>叫号和办理记录都在服务器上，不会丢失。恢复后自动连接，无需操作。</source>
        <translation>Calls and records are safe on the server. The counter connects again by itself.</translation>
    </message>
    <message>
        <source>手上还有已叫的号</source>
        <translation>A called ticket is in hand</translation>
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
        <source>您已在别的窗口登录</source>
        <translation>You are logged in at another window</translation>
    </message>
    <message>
        <source>请填写工号和密码</source>
        <translation>Fill in number and password</translation>
    </message>
    <message>
        <source>手上的号还在办理</source>
        <translation>A service is under way</translation>
    </message>
    <message>
        <source>大厅未营业</source>
        <translation>The hall is closed</translation>
    </message>
    <message>
        <source>服务器不是本机登记的那一台</source>
        <translation>Another server than the one enrolled with</translation>
    </message>
    <message>
        <source>服务器没有回答</source>
        <translation>The server did not answer</translation>
    </message>
    <message>
        <source>暂时没有人等候</source>
        <translation>Nobody is waiting now</translation>
    </message>
    <message>
        <source>手上没有已叫的号</source>
        <translation>No called ticket in hand</translation>
    </message>
    <message>
        <source>手上没有办理中的号</source>
        <translation>No service is under way</translation>
    </message>
    <message>
        <source>本机不能用于这个窗口</source>
        <translation>Not a window of this computer</translation>
    </message>
    <message>
        <source>大厅没有这个窗口</source>
        <translation>The hall has no such window</translation>
    </message>
    <message>
        <source>窗口还没有开</source>
        <translation>The window is closed</translation>
    </message>
    <message>
        <source>服务器暂时连不上</source>
        <translation>The server is away</translation>
    </message>
    <message>
        <source>本机不能使用</source>
        <translation>This computer cannot be used</translation>
    </message>
    <message>
        <source>登录已失效</source>
        <translation>The session has ended</translation>
    </message>
    <message>
        <source>呼叫次数还不够</source>
        <translation>Not called often enough</translation>
    </message>
    <message>
        <source>输错次数太多，请等几分钟</source>
        <translation>Too many failed attempts: wait a few minutes</translation>
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
        <source>这个窗口有人在用</source>
        <translation>Somebody else has this window</translation>
    </message>
    <message>
        <source>工号或密码不对</source>
        <translation>Number or password is wrong</translation>
    </message>
    <message>
        <source>服务器没有接受</source>
        <translation>The server refused</translation>
    </message>
    <message>
        <source>人到了按“开始办理”；没来按“重呼”，再按“过号”。</source>
        <translation>Press Start if they came; else Recall, then No-show.</translation>
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
        <source>请先在那个窗口退出登录。</source>
        <translation>Log out there first.</translation>
    </message>
    <message>
        <source>办完后按“办结”，再做别的。</source>
        <translation>Press Finish when it is done, then go on.</translation>
    </message>
    <message>
        <source>请等大厅开始营业，或联系管理员。</source>
        <translation>Wait until the hall opens, or ask the administrator.</translation>
    </message>
    <message>
        <source>请联系管理员。</source>
        <translation>Ask the administrator.</translation>
    </message>
    <message>
        <source>不知道这一步有没有做成。请看上方显示的状态，没做成就再按一次。</source>
        <translation>See the state above; if it was not done, press again.</translation>
    </message>
    <message>
        <source>有人取号后，等候人数会变，那时再叫。</source>
        <translation>The number of waiting people will change when somebody takes a number.</translation>
    </message>
    <message>
        <source>请先按“开始办理”。</source>
        <translation>Press Start first.</translation>
    </message>
    <message>
        <source>请选别的窗口，或联系管理员。</source>
        <translation>Choose another window, or ask the administrator.</translation>
    </message>
    <message>
        <source>请联系管理员核对窗口号。</source>
        <translation>Ask the administrator to check the window&apos;s number.</translation>
    </message>
    <message>
        <source>请先按“开窗”。</source>
        <translation>Press Open first.</translation>
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
        <source>请按“重呼”，次数够了再按“过号”。</source>
        <translation>Press Recall until it is enough, then No-show.</translation>
    </message>
    <message>
        <source>之后再试。忘了密码请找管理员重设。</source>
        <translation>Then try again. The administrator can set a new password.</translation>
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
        <source>请换一个窗口，或请那位同事先退出。</source>
        <translation>Choose another window, or ask that colleague to log out.</translation>
    </message>
    <message>
        <source>请重新输入。忘了密码请找管理员重设。</source>
        <translation>Type them again. The administrator can set a new password.</translation>
    </message>
    <message>
        <source>暂停</source>
        <translation>Paused</translation>
    </message>
    <message>
        <source>还没到过号的时间</source>
        <translation>Too early for a no-show</translation>
    </message>
    <message>
        <source>窗口已暂停</source>
        <translation>The window is paused</translation>
    </message>
    <message>
        <source>这个窗口无人值守</source>
        <translation>Nobody sits at this window</translation>
    </message>
    <message>
        <source>给办事人留些走过来的时间，稍后再按“过号”。</source>
        <translation>Give the holder time to come, then press No-show.</translation>
    </message>
    <message>
        <source>恢复服务后再叫号。</source>
        <translation>Call when the pause is over.</translation>
    </message>
    <message>
        <source>自助终端不用登录，请选别的窗口。</source>
        <translation>A self-service terminal needs no login. Choose another window.</translation>
    </message>
    <message>
        <source>这个工号不坐窗口</source>
        <translation>This person sits at no window</translation>
    </message>
    <message>
        <source>请用窗口人员的工号登录。</source>
        <translation>Log in as a clerk of a window.</translation>
    </message>
</context>
</TS>
