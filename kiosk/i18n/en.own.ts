<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="zh_CN">
<context>
    <name>CasesPage</name>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
</context>
<context>
    <name>ConvertPage</name>
    <message>
        <source>改办哪项业务？</source>
        <translation>Change to which business?</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
</context>
<context>
    <name>ExplanationPage</name>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>叫号规则：%1</source>
        <translation>How numbers are called: %1</translation>
    </message>
</context>
<context>
    <name>Own</name>
    <message>
        <source>选一件先领；其他几件用同一个号一起领。</source>
        <translation>Choose one; the others come with the same number.</translation>
    </message>
    <message>
        <source>选一件先领；一个号最多领 %1 件，其余的领完再取号。</source>
        <translation>Choose one. A number is for up to %1; take another for the rest.</translation>
    </message>
    <message>
        <source>办件 %1</source>
        <translation>Case %1</translation>
    </message>
    <message>
        <source>%1 月 %2 日办好</source>
        <translation>Ready since %2 %3</translation>
    </message>
    <message>
        <source>现在是：%1</source>
        <translation>Now: %1</translation>
    </message>
    <message>
        <source>谁在 %1 号之前叫了，为什么</source>
        <translation>Who was called before %1, and why</translation>
    </message>
    <message>
        <source>%1 号窗口</source>
        <translation>Window %1</translation>
    </message>
    <message>
        <source>您过号后回来，先让了几位。</source>
        <translation>You came back after a missed call and let some others pass.</translation>
    </message>
    <message>
        <source>您要求过顺延，先让了几位。</source>
        <translation>You asked to let some others pass.</translation>
    </message>
    <message>
        <source>您等的时候，没有人在您之前被叫。</source>
        <translation>Nobody was called before you while you waited.</translation>
    </message>
    <message>
        <source>您等的时候，您的窗口没有叫过别人。</source>
        <translation>Your windows have called nobody else while you waited.</translation>
    </message>
    <message>
        <source>别的窗口叫了 %1 个号，那些窗口不办您的业务，不影响您。</source>
        <translation>Other windows called %1 numbers. They do not handle your business, so this changes nothing for you.</translation>
    </message>
    <message>
        <source>正在打印材料清单</source>
        <translation>Printing the list</translation>
    </message>
    <message>
        <source>请在出纸口取走</source>
        <translation>Please take it from the slot below</translation>
    </message>
    <message>
        <source>正在查询</source>
        <translation>Looking it up</translation>
    </message>
    <message>
        <source>请稍候</source>
        <translation>One moment, please</translation>
    </message>
    <message>
        <source>再试一次</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>现在取一个号</source>
        <translation>Take a number now</translation>
    </message>
    <message>
        <source>回到首页</source>
        <translation>Home</translation>
    </message>
    <message>
        <source>今天没有您的号</source>
        <translation>You have no number today</translation>
    </message>
    <message>
        <source>可能是用另一张证件取的号。
请再试一次，或现在取一个号。</source>
        <translation>It may have been taken with another card.
Please try again, or take a number now.</translation>
    </message>
    <message>
        <source>今天没有这个号</source>
        <translation>There is no such number today</translation>
    </message>
    <message>
        <source>请看清号票上的号码，再输一次。</source>
        <translation>Please check the number on your ticket and type it again.</translation>
    </message>
    <message>
        <source>这里不认识这个二维码</source>
        <translation>This code is not known here</translation>
    </message>
    <message>
        <source>请扫今天号票上的二维码，或刷身份证、社会保障卡。</source>
        <translation>Please scan the code on today&apos;s ticket, or lay down your ID or social security card.</translation>
    </message>
    <message>
        <source>请刷卡或扫号票再评价</source>
        <translation>Please show your card or ticket first</translation>
    </message>
    <message>
        <source>输入的号码人人都看得到，不能用来评价。
请刷取号时用的卡，或扫号票上的二维码。</source>
        <translation>Everybody can read a number, so a typed one cannot be rated.
Please lay down the card you used, or scan your ticket.</translation>
    </message>
    <message>
        <source>您已经评价过了</source>
        <translation>You have rated it already</translation>
    </message>
    <message>
        <source>每次服务评价一次，谢谢您。</source>
        <translation>Each service is rated once. Thank you.</translation>
    </message>
    <message>
        <source>还没有可以评价的服务</source>
        <translation>There is nothing to rate yet</translation>
    </message>
    <message>
        <source>今天办完业务以后，可以在这里评价。</source>
        <translation>You can rate here when your business today is done.</translation>
    </message>
    <message>
        <source>换一种方式查</source>
        <translation>Search another way</translation>
    </message>
    <message>
        <source>仍然取一个取件号</source>
        <translation>Take a number anyway</translation>
    </message>
    <message>
        <source>没有查到办好的件</source>
        <translation>No finished document was found</translation>
    </message>
    <message>
        <source>可能是用别的证件办的，或还没有办好。
可以仍取一个取件号，或问导办台。</source>
        <translation>It may belong to another card, or not be finished yet.
You can take a pickup number anyway, or ask at the guide desk.</translation>
    </message>
    <message>
        <source>没有查到这个编号</source>
        <translation>This case number was not found</translation>
    </message>
    <message>
        <source>您的件还没有办好</source>
        <translation>Your document is not finished yet</translation>
    </message>
    <message>
        <source>办好后会通知您。
想问清楚，可以取一个号，或问导办台。</source>
        <translation>You will be told when it is.
To ask about it, take a number or go to the guide desk.</translation>
    </message>
    <message>
        <source>这一件已经领走了</source>
        <translation>This document has been collected</translation>
    </message>
    <message>
        <source>有疑问，请问导办台。</source>
        <translation>If in doubt, please ask at the guide desk.</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>材料清单没有打印出来。可以用手机扫码看。</source>
        <translation>The list was not printed. You can scan it with a phone instead.</translation>
    </message>
    <message>
        <source>暂时连不上大厅</source>
        <translation>The hall cannot be reached</translation>
    </message>
    <message>
        <source>您的号没有变。请再试一次，或到导办台。</source>
        <translation>Your number has not changed. Please try again, or go to the guide desk.</translation>
    </message>
    <message>
        <source>没有办成</source>
        <translation>This was not done</translation>
    </message>
    <message>
        <source>再取一个号</source>
        <translation>Take a new number</translation>
    </message>
    <message>
        <source>回到我的号</source>
        <translation>Back to my number</translation>
    </message>
    <message>
        <source>好了</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>已改为：%1</source>
        <translation>Changed to: %1</translation>
    </message>
    <message>
        <source>好的，先让几位办</source>
        <translation>Others go first now</translation>
    </message>
    <message>
        <source>号已经取消</source>
        <translation>The number is cancelled</translation>
    </message>
    <message>
        <source>知道您回来了</source>
        <translation>Welcome back</translation>
    </message>
    <message>
        <source>知道您到了，开始排队</source>
        <translation>We know you are here: you are waiting now</translation>
    </message>
    <message>
        <source>已经加办</source>
        <translation>Added</translation>
    </message>
    <message>
        <source>已经办好</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>谢谢您的评价</source>
        <translation>Thank you for your rating</translation>
    </message>
    <message>
        <source>您的意见会帮我们做得更好。</source>
        <translation>It helps us to do better.</translation>
    </message>
    <message>
        <source>请取走材料清单</source>
        <translation>Please take your list</translation>
    </message>
    <message>
        <source>%1，%2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>刚才没有办成。%1</source>
        <translation>That was not done. %1</translation>
    </message>
    <message>
        <source>等候的人多，今天不一定轮得到您。</source>
        <translation>Many are waiting: you may not be called today.</translation>
    </message>
    <message>
        <source>要改动这个号，请刷取号时用的身份证或社会保障卡。</source>
        <translation>To change this number, lay down the card it was taken with.</translation>
    </message>
    <message>
        <source>要改动这个号，请刷取号时用的卡，或扫号票、手机上的二维码。</source>
        <translation>To change this number, lay down the card it was taken with, or scan the code on ticket or phone.</translation>
    </message>
    <message>
        <source>让几位先办？</source>
        <translation>Let others go first?</translation>
    </message>
    <message>
        <source>%1 号会让后面几位先叫，然后接着按原来的先后排队。</source>
        <translation>Some numbers behind %1 are called first. Then it goes on in its old place.</translation>
    </message>
    <message>
        <source>号码不变，号不会作废。</source>
        <translation>The number stays the same and stays valid.</translation>
    </message>
    <message>
        <source>让几位先办</source>
        <translation>Yes, let them</translation>
    </message>
    <message>
        <source>不让，照常排队</source>
        <translation>Keep my place</translation>
    </message>
    <message>
        <source>要取消 %1 号吗？</source>
        <translation>Cancel number %1?</translation>
    </message>
    <message>
        <source>取消后不再叫这个号。还想办，要重新取号，从后面排起。</source>
        <translation>It will not be called any more. To come back you need a new number, from the end of the line.</translation>
    </message>
    <message>
        <source>我要取消</source>
        <translation>Cancel it</translation>
    </message>
    <message>
        <source>不取消</source>
        <translation>Keep it</translation>
    </message>
    <message>
        <source>再确认一次：取消 %1 号</source>
        <translation>Once more: cancel number %1?</translation>
    </message>
    <message>
        <source>按下后马上取消，不能恢复。</source>
        <translation>It is cancelled at once and cannot be restored.</translation>
    </message>
    <message>
        <source>确定取消</source>
        <translation>Yes, cancel it</translation>
    </message>
    <message>
        <source>不取消，留着号</source>
        <translation>No, keep it</translation>
    </message>
    <message>
        <source>这个号的预约也一起取消。</source>
        <translation>The appointment of this number is given up as well.</translation>
    </message>
    <message>
        <source>前面</source>
        <translation>Ahead</translation>
    </message>
    <message>
        <source>等候</source>
        <translation>Wait</translation>
    </message>
    <message>
        <source>改为 %1？</source>
        <translation>Change to %1?</translation>
    </message>
    <message>
        <source>您的号码和先后次序不变。</source>
        <translation>Your number and your place do not change.</translation>
    </message>
    <message>
        <source>暂时估不出要等多久，可以稍后再看。</source>
        <translation>The wait is not known yet; look again in a moment.</translation>
    </message>
    <message>
        <source>改办</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>不改</source>
        <translation>Do not change</translation>
    </message>
    <message>
        <source>暂时估不出</source>
        <translation>not known yet</translation>
    </message>
    <message>
        <source>您的预约仍然有效。</source>
        <translation>Your appointment stays valid.</translation>
    </message>
    <message>
        <source>您的预约不能用于这项业务，改办后按到达先后排队。</source>
        <translation>Your appointment does not cover this: you wait in order of arrival.</translation>
    </message>
    <message>
        <source>这件事不用取号</source>
        <translation>No number is needed for this</translation>
    </message>
    <message>
        <source>加到 %1 号上，一起办。</source>
        <translation>Added to number %1.</translation>
    </message>
    <message>
        <source>已经排的不受影响；加办的这件从现在开始排。</source>
        <translation>What you wait for already stays as it is; this matter waits from now.</translation>
    </message>
    <message>
        <source>加办</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>业务</source>
        <translation>For</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>要带</source>
        <translation>Bring</translation>
    </message>
    <message>
        <source>请输入您的号码</source>
        <translation>Type your number</translation>
    </message>
    <message>
        <source>只能看排到哪里。要改动，请刷卡或扫号票。</source>
        <translation>Shows your place only. To change anything, show your card or ticket.</translation>
    </message>
    <message>
        <source>如 023</source>
        <translation>such as 023</translation>
    </message>
    <message>
        <source>等您补齐材料</source>
        <translation>Waiting for your papers</translation>
    </message>
    <message>
        <source>材料齐了，请按“我回来了”。窗口会先叫您。</source>
        <translation>When you have them, press &quot;I am back&quot;. The window will call you first.</translation>
    </message>
    <message>
        <source>叫过您的号，您没有到</source>
        <translation>You were called and did not come</translation>
    </message>
    <message>
        <source>按“我回来了”可以接着排队。
离开太久，号就作废。</source>
        <translation>Press &quot;I am back&quot; to rejoin the queue.
After too long the number lapses.</translation>
    </message>
    <message>
        <source>到大厅后才开始排队</source>
        <translation>It joins the queue when you arrive</translation>
    </message>
    <message>
        <source>您到了，请按“我到了，开始排队”。</source>
        <translation>Now that you are here, press &quot;I am here&quot;.</translation>
    </message>
    <message>
        <source>您到了，请刷取号时用的卡，再按“我到了，开始排队”。</source>
        <translation>Now that you are here, lay the card you took the number with on the reader, then press &quot;I am here&quot;.</translation>
    </message>
    <message>
        <source>这个号已经办结</source>
        <translation>This number is done</translation>
    </message>
    <message>
        <source>这个号已经取消</source>
        <translation>This number is cancelled</translation>
    </message>
    <message>
        <source>这个号已经失效</source>
        <translation>This number has ended</translation>
    </message>
    <message>
        <source>要办业务，请重新取号。</source>
        <translation>Please take a new number.</translation>
    </message>
    <message>
        <source>已顺延，马上接着排</source>
        <translation>Others went first; you are next in line again</translation>
    </message>
    <message>
        <source>已顺延，还要让 %1 位先办</source>
        <translation>%1 more to go first</translation>
    </message>
    <message>
        <source>让过以后，接着按原来的先后排队。</source>
        <translation>After that you go on in your old place.</translation>
    </message>
    <message>
        <source>正在叫您的号，请看大屏</source>
        <translation>You are being called: see the screen</translation>
    </message>
    <message>
        <source>请现在到 %1 号窗口</source>
        <translation>Please go to window %1 now</translation>
    </message>
    <message>
        <source>正在叫您的号。</source>
        <translation>Your number is being called.</translation>
    </message>
    <message>
        <source>正在窗口办理</source>
        <translation>Being served</translation>
    </message>
    <message>
        <source>正在 %1 号窗口办理</source>
        <translation>Being served at window %1</translation>
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
        <source>谁先叫了，为什么</source>
        <translation>Who came first, and why</translation>
    </message>
    <message>
        <source>看看您等的时候叫了谁</source>
        <translation>The calls while you waited</translation>
    </message>
    <message>
        <source>改办别的业务</source>
        <translation>Change the business</translation>
    </message>
    <message>
        <source>号码和先后不变</source>
        <translation>Number and place stay</translation>
    </message>
    <message>
        <source>再加办一件事</source>
        <translation>Add a matter</translation>
    </message>
    <message>
        <source>还用这个号，不用再取</source>
        <translation>With the same number</translation>
    </message>
    <message>
        <source>一时走不开，号不作废</source>
        <translation>Not ready yet? It stays valid</translation>
    </message>
    <message>
        <source>取消这个号</source>
        <translation>Cancel the number</translation>
    </message>
    <message>
        <source>今天不办了</source>
        <translation>Not today</translation>
    </message>
    <message>
        <source>我回来了</source>
        <translation>I am back</translation>
    </message>
    <message>
        <source>接着排队</source>
        <translation>Rejoin the queue</translation>
    </message>
    <message>
        <source>我到了，开始排队</source>
        <translation>I am here: start waiting</translation>
    </message>
    <message>
        <source>在手机上取的号，从现在起排队</source>
        <translation>A number taken by phone waits from now on</translation>
    </message>
    <message>
        <source>再打印一张</source>
        <translation>Print again</translation>
    </message>
    <message>
        <source>号码不变</source>
        <translation>The same number</translation>
    </message>
    <message>
        <source>存到手机</source>
        <translation>To my phone</translation>
    </message>
    <message>
        <source>在手机上看叫号</source>
        <translation>See the calls there</translation>
    </message>
    <message>
        <source>评价服务</source>
        <translation>Rate the service</translation>
    </message>
    <message>
        <source>说说办得怎么样</source>
        <translation>Tell us how it was</translation>
    </message>
    <message>
        <source>请看清短信里的取件码或回执上的编号，再输一次。
也可以仍取一个取件号，或问导办台。</source>
        <translation>Please check the pickup code in your message or the number on your receipt and type it again.
You can also take a pickup number anyway, or ask at the guide desk.</translation>
    </message>
    <message>
        <source>请输入取件码或办件编号</source>
        <translation>Type your pickup code or case number</translation>
    </message>
    <message>
        <source>取件码 9 位，在短信里；编号在受理回执上</source>
        <translation>The pickup code has 9 digits and is in your message; the number is on the receipt</translation>
    </message>
    <message>
        <source>取件码或编号</source>
        <translation>Code or number</translation>
    </message>
    <message>
        <source>取件柜 %1 · %2 号柜门</source>
        <translation>Locker %1 · door %2</translation>
    </message>
    <message>
        <source>%1 · %2 号柜门</source>
        <translation>%1 · door %2</translation>
    </message>
    <message>
        <source>%1
不用取号：凭取件码、二维码或身份证，随时到柜前领取。</source>
        <translation>%1
No ticket needed: collect it there at any time, with your pickup code, its QR code or your ID card.</translation>
    </message>
    <message>
        <source>您的件在取件柜里</source>
        <translation>Your document is in a locker</translation>
    </message>
    <message>
        <source>%1
不用取号：按短信里的取件码，到那里领取。</source>
        <translation>%1
No ticket needed: collect it there with the code in your message.</translation>
    </message>
    <message>
        <source>您的件在合作取件柜</source>
        <translation>Your document is in a partner’s locker</translation>
    </message>
    <message>
        <source>%1
不用取号：请留意快递。
没有收到，请问导办台。</source>
        <translation>%1
No ticket needed: it comes by post.
If it does not arrive, ask at the guide desk.</translation>
    </message>
    <message>
        <source>您的件已经寄出</source>
        <translation>Your document has been posted</translation>
    </message>
    <message>
        <source>这一件过了保留时间</source>
        <translation>This document was kept too long</translation>
    </message>
    <message>
        <source>取件码不能再用。请取一个号到窗口领取，或问导办台。</source>
        <translation>The pickup code is good no longer. Please take a number and collect it at a window, or ask at the guide desk.</translation>
    </message>
    <message>
        <source>这一件已经退回办理部门</source>
        <translation>This document went back to its department</translation>
    </message>
    <message>
        <source>请问导办台，或取一个号到窗口问。</source>
        <translation>Please ask at the guide desk, or take a number and ask at a window.</translation>
    </message>
    <message>
        <source>这一件正在查找</source>
        <translation>This document is being looked for</translation>
    </message>
    <message>
        <source>您有几件可以领</source>
        <translation>Several documents are ready for you</translation>
    </message>
    <message>
        <source>您有几件办好了</source>
        <translation>Several documents are ready for you</translation>
    </message>
    <message>
        <source>到窗口领的，按一下取号；别的不用。</source>
        <translation>For one at a window, touch it to take a number. The others need none.</translation>
    </message>
    <message>
        <source>都不用取号，各在下面写的地方。</source>
        <translation>No number needed: each waits where it says below.</translation>
    </message>
    <message>
        <source>取号，到窗口领</source>
        <translation>At a window, with a number</translation>
    </message>
    <message>
        <source>凭取件码、二维码或身份证，随时领取</source>
        <translation>At any hour by pickup code, QR code or ID card</translation>
    </message>
    <message>
        <source>按短信里的取件码，到那里领取</source>
        <translation>Collect it there with the code of the text message</translation>
    </message>
    <message>
        <source>已经寄出 %1</source>
        <translation>Posted %1</translation>
    </message>
    <message>
        <source>正在查找</source>
        <translation>Being looked for</translation>
    </message>
    <message>
        <source>请到导办台，工作人员会帮您。</source>
        <translation>Please go to the guide desk; staff will help you.</translation>
    </message>
    <message>
        <source>请留意快递。没有收到，请问导办台</source>
        <translation>Not come yet? Ask at the guide desk</translation>
    </message>
    <message>
        <source>就在这里开柜</source>
        <translation>Open the locker here</translation>
    </message>
</context>
<context>
    <name>OwnPage</name>
    <message>
        <source>我的号</source>
        <translation>My number</translation>
    </message>
    <message>
        <source>回到首页</source>
        <translation>Home</translation>
    </message>
    <message>
        <source>再取一个号</source>
        <translation>Take a new number</translation>
    </message>
    <message>
        <source>您还有：</source>
        <translation>Also yours:</translation>
    </message>
</context>
<context>
    <name>OwnTypingPage</name>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>查询</source>
        <translation>Look up</translation>
    </message>
</context>
<context>
    <name>RatePage</name>
    <message>
        <source>非常满意</source>
        <translation>Very satisfied</translation>
    </message>
    <message>
        <source>满意</source>
        <translation>Satisfied</translation>
    </message>
    <message>
        <source>基本满意</source>
        <translation>Fairly satisfied</translation>
    </message>
    <message>
        <source>不满意</source>
        <translation>Dissatisfied</translation>
    </message>
    <message>
        <source>非常不满意</source>
        <translation>Very dissatisfied</translation>
    </message>
    <message>
        <source>您对这次服务满意吗？</source>
        <translation>How satisfied were you?</translation>
    </message>
    <message>
        <source>%1 号</source>
        <translation>No. %1</translation>
    </message>
    <message>
        <source>不评价</source>
        <translation>Not now</translation>
    </message>
</context>
<context>
    <name>UnitButton</name>
    <message>
        <source>%1，已选</source>
        <translation>%1, chosen</translation>
    </message>
</context>
</TS>
