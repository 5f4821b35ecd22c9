<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="zh_CN">
<context>
    <name>AskStill</name>
    <message>
        <source>您还在吗？</source>
        <translation>Are you still there?</translation>
    </message>
    <message>
        <source>没有操作的话，%1 秒后回到首页，
您的信息会清除。</source>
        <translation>Otherwise this page closes in %1 s,
and your data is cleared.</translation>
    </message>
    <message>
        <source>不办了</source>
        <translation>I am done</translation>
    </message>
    <message>
        <source>我还在</source>
        <translation>I am still here</translation>
    </message>
</context>
<context>
    <name>Cabinet</name>
    <message>
        <source>%1 秒</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 分 %2 秒</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>请到大厅取件窗口询问</source>
        <translation>ask at the pickup window in the hall</translation>
    </message>
    <message>
        <source>在大厅取件窗口 %1，请取号领取</source>
        <translation>at the pickup window in the hall (%1): please take a number</translation>
    </message>
    <message>
        <source>在 %1 号取件柜</source>
        <translation>in cabinet %1</translation>
    </message>
    <message>
        <source>在 %1</source>
        <translation>at %1</translation>
    </message>
    <message>
        <source>还有 %1 件在别处，请看短信，或问大厅工作人员</source>
        <translation>%1 more wait elsewhere: see your text messages, or ask the staff of the hall</translation>
    </message>
    <message>
        <source>在 %1，凭那里的取件码领取</source>
        <translation>at %1, with the pickup code from there</translation>
    </message>
    <message>
        <source>已寄出：%1 %2</source>
        <translation>posted: %1 %2</translation>
    </message>
    <message>
        <source>正在打开 %1 号柜门</source>
        <translation>Opening door %1</translation>
    </message>
    <message>
        <source>请看图上标出的位置</source>
        <translation>The picture shows where it is</translation>
    </message>
    <message>
        <source>%1 号柜门里有东西，不用它：请把它关好</source>
        <translation>Door %1 is not used, something is inside: please close it</translation>
    </message>
    <message>
        <source>柜门还开着，请关好</source>
        <translation>The door is still open. Please close it</translation>
    </message>
    <message>
        <source>请马上关好柜门</source>
        <translation>Please close the door now</translation>
    </message>
    <message>
        <source>一直不关，会通知工作人员来看。</source>
        <translation>If it stays open, staff will be called.</translation>
    </message>
    <message>
        <source>%1 号柜门开了，请取走东西</source>
        <translation>Door %1 is open: take what is inside</translation>
    </message>
    <message>
        <source>%1 号柜门开了，请放进去</source>
        <translation>Door %1 is open: put it in</translation>
    </message>
    <message>
        <source>柜里有东西</source>
        <translation>Something is inside</translation>
    </message>
    <message>
        <source>不存了</source>
        <translation>Do not deposit</translation>
    </message>
    <message>
        <source>%1 号柜门开了，请取出来</source>
        <translation>Door %1 is open: take it out</translation>
    </message>
    <message>
        <source>%1 号柜门开了，里面有东西吗？</source>
        <translation>Door %1 is open: what is inside?</translation>
    </message>
    <message>
        <source>有东西</source>
        <translation>Something is inside</translation>
    </message>
    <message>
        <source>是空的</source>
        <translation>It is empty</translation>
    </message>
    <message>
        <source>请关好 %1 号柜门</source>
        <translation>Please close door %1</translation>
    </message>
    <message>
        <source>推到听见“咔”一声</source>
        <translation>Push it until it clicks.</translation>
    </message>
    <message>
        <source>然后关好柜门，推到听见“咔”一声</source>
        <translation>Then close the door: push it until it clicks.</translation>
    </message>
    <message>
        <source>柜里没有东西</source>
        <translation>Nothing is inside</translation>
    </message>
    <message>
        <source>先不取，放回去</source>
        <translation>Leave it inside</translation>
    </message>
    <message>
        <source>已记下：柜里没有东西。请关好柜门，工作人员会查。</source>
        <translation>Noted: nothing was inside. Close the door; staff will find out.</translation>
    </message>
    <message>
        <source>已记下：是空的</source>
        <translation>Noted: it is empty</translation>
    </message>
    <message>
        <source>已记下：不存了。请不要放东西进去。</source>
        <translation>Noted: not deposited. Please put nothing in.</translation>
    </message>
    <message>
        <source>已记下：有东西</source>
        <translation>Noted: something is inside</translation>
    </message>
    <message>
        <source>已记下：先不取。请放回去，下次再来。</source>
        <translation>Noted: it stays. Please put it back and come another time.</translation>
    </message>
    <message>
        <source>%1 号柜门没有打开</source>
        <translation>Door %1 did not open</translation>
    </message>
    <message>
        <source>请用手把柜门往里推一下，再按“再试一次”</source>
        <translation>Push the door inwards with your hand, then press “Try again”</translation>
    </message>
    <message>
        <source>再试一次</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>还是打不开</source>
        <translation>It still does not open</translation>
    </message>
    <message>
        <source>打不开，叫工作人员</source>
        <translation>Call staff</translation>
    </message>
    <message>
        <source>领好了，请收好</source>
        <translation>All done, please keep it safe</translation>
    </message>
    <message>
        <source>%1 号柜门已关好。谢谢您！</source>
        <translation>Door %1 is closed. Thank you!</translation>
    </message>
    <message>
        <source>好的，已记下您取走了</source>
        <translation>Noted: you have taken it</translation>
    </message>
    <message>
        <source>谢谢您！</source>
        <translation>Thank you!</translation>
    </message>
    <message>
        <source>放回去了</source>
        <translation>It stays inside</translation>
    </message>
    <message>
        <source>%1 号柜门没有变</source>
        <translation>Door %1 is as before</translation>
    </message>
    <message>
        <source>东西还在柜里，取件码还能用，下次再来取。</source>
        <translation>Your pickup code stays good: come another time.</translation>
    </message>
    <message>
        <source>已通知工作人员</source>
        <translation>Staff have been told</translation>
    </message>
    <message>
        <source>柜里没有您的东西，工作人员会查清楚再联系您。也可以现在到大厅询问。</source>
        <translation>Your document was not there. Staff will find out and contact you. You can also ask in the hall now.</translation>
    </message>
    <message>
        <source>已存入 %1 号柜门里</source>
        <translation>Deposited behind door %1</translation>
    </message>
    <message>
        <source>取件人会收到短信。可以直接扫下一件。</source>
        <translation>Its holder will get a message. You can scan the next one.</translation>
    </message>
    <message>
        <source>没有存入</source>
        <translation>Not deposited</translation>
    </message>
    <message>
        <source>%1 号柜门里还是空的</source>
        <translation>Door %1 is still empty</translation>
    </message>
    <message>
        <source>已从 %1 号柜门里取回</source>
        <translation>Removed from door %1</translation>
    </message>
    <message>
        <source>请送到下一处，并在那里登记。</source>
        <translation>Bring it to its next place, and record it there.</translation>
    </message>
    <message>
        <source>%1 号柜门：有东西</source>
        <translation>Door %1: something is inside</translation>
    </message>
    <message>
        <source>已记下</source>
        <translation>Noted</translation>
    </message>
    <message>
        <source>%1 号柜门：空</source>
        <translation>Door %1: empty</translation>
    </message>
    <message>
        <source>%1 号柜门已关好</source>
        <translation>Door %1 is closed</translation>
    </message>
    <message>
        <source>没有说里面有没有东西，这个柜门还要查验。</source>
        <translation>Nobody said what is inside: it still has to be inspected.</translation>
    </message>
    <message>
        <source>下一件</source>
        <translation>Next one</translation>
    </message>
    <message>
        <source>继续</source>
        <translation>Go on</translation>
    </message>
    <message>
        <source>领下一件</source>
        <translation>Next one</translation>
    </message>
    <message>
        <source>完成</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>柜里其实没有东西</source>
        <translation>Nothing was inside</translation>
    </message>
    <message>
        <source>刷员工卡，或输入工号和密码</source>
        <translation>Lay down your staff card, or type number and password</translation>
    </message>
    <message>
        <source>请输入工号和密码</source>
        <translation>Please type number and password</translation>
    </message>
    <message>
        <source>工作人员</source>
        <translation>Staff</translation>
    </message>
    <message>
        <source>工号和密码都要填</source>
        <translation>Number and password are both needed</translation>
    </message>
    <message>
        <source>员工卡已经在读卡处，请拿起再放一次</source>
        <translation>A staff card is already lying on the reader: lift it and lay it down again</translation>
    </message>
    <message>
        <source>没有读到员工卡，请再放一次</source>
        <translation>The staff card was not read: lay it down again</translation>
    </message>
    <message>
        <source>没有登录，请再试一次</source>
        <translation>Not logged in: try again</translation>
    </message>
    <message>
        <source>存件</source>
        <translation>Deposit</translation>
    </message>
    <message>
        <source>空柜 %1 个。也可以直接扫回执</source>
        <translation>%1 doors free. You can also just scan a receipt</translation>
    </message>
    <message>
        <source>取回</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>逾期未取 %1 件</source>
        <translation>%1 overdue</translation>
    </message>
    <message>
        <source>逾期的、换地方的</source>
        <translation>Overdue ones, and those that move</translation>
    </message>
    <message>
        <source>查验</source>
        <translation>Inspect</translation>
    </message>
    <message>
        <source>%1 个柜门要看一下</source>
        <translation>%1 doors want a look</translation>
    </message>
    <message>
        <source>%1，您好</source>
        <translation>Hello, %1</translation>
    </message>
    <message>
        <source>退出</source>
        <translation>Log out</translation>
    </message>
    <message>
        <source>存件：扫回执，或输入办件号</source>
        <translation>Deposit: scan the receipt, or type the case</translation>
    </message>
    <message>
        <source>取回：扫回执，或输入办件号</source>
        <translation>Remove: scan the receipt, or type the case</translation>
    </message>
    <message>
        <source>办件号</source>
        <translation>Case number</translation>
    </message>
    <message>
        <source>小</source>
        <translation>Small</translation>
    </message>
    <message>
        <source>证照、信封</source>
        <translation>cards, envelopes</translation>
    </message>
    <message>
        <source>中</source>
        <translation>Medium</translation>
    </message>
    <message>
        <source>档案袋、文件夹</source>
        <translation>folders</translation>
    </message>
    <message>
        <source>大</source>
        <translation>Large</translation>
    </message>
    <message>
        <source>箱子、厚卷宗</source>
        <translation>boxes</translation>
    </message>
    <message>
        <source>要多大的柜子？</source>
        <translation>Which size?</translation>
    </message>
    <message>
        <source>办件号 %1</source>
        <translation>Case %1</translation>
    </message>
    <message>
        <source>%1
空 %2 个</source>
        <translation>%1
%2 free</translation>
    </message>
    <message>
        <source>查验哪个柜门？</source>
        <translation>Which door?</translation>
    </message>
    <message>
        <source>%1 个要看一下，排在前面</source>
        <translation>%1 want a look: they stand first</translation>
    </message>
    <message>
        <source>现在没有要看的柜门</source>
        <translation>No door wants a look now</translation>
    </message>
    <message>
        <source>取回哪个柜门里的？</source>
        <translation>Which door do you take out from?</translation>
    </message>
    <message>
        <source>现在没有逾期的</source>
        <translation>Nothing is overdue now</translation>
    </message>
    <message>
        <source>%1 号</source>
        <translation>%1</translation>
    </message>
    <message>
        <source>打不开</source>
        <translation>does not open</translation>
    </message>
    <message>
        <source>被强开过</source>
        <translation>was forced</translation>
    </message>
    <message>
        <source>存件时发现有东西</source>
        <translation>found full at a deposit</translation>
    </message>
    <message>
        <source>锁控板不应答</source>
        <translation>its board is silent</translation>
    </message>
    <message>
        <source>开着</source>
        <translation>open</translation>
    </message>
    <message>
        <source>空</source>
        <translation>free</translation>
    </message>
    <message>
        <source>正在用</source>
        <translation>in use</translation>
    </message>
    <message>
        <source>有件，已逾期</source>
        <translation>holds a case, overdue</translation>
    </message>
    <message>
        <source>有件</source>
        <translation>holds a case</translation>
    </message>
    <message>
        <source>不知道里面有没有东西</source>
        <translation>unsure what is inside</translation>
    </message>
    <message>
        <source>停用</source>
        <translation>out of service</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>回到首页</source>
        <translation>Home</translation>
    </message>
    <message>
        <source>您好，请选择</source>
        <translation>Welcome. Please choose</translation>
    </message>
    <message>
        <source>这里 24 小时都可以取件</source>
        <translation>You can collect here at any hour</translation>
    </message>
    <message>
        <source>取件</source>
        <translation>Collect</translation>
    </message>
    <message>
        <source>送件</source>
        <translation>Staff</translation>
    </message>
    <message>
        <source>工作人员存件、取回、查验</source>
        <translation>Deposit, remove, inspect</translation>
    </message>
    <message>
        <source>%1 号柜门还开着，请帮忙关好</source>
        <translation>Door %1 is still open: please close it</translation>
    </message>
    <message>
        <source>用取件码、二维码或身份证</source>
        <translation>With your pickup code, QR code or ID card</translation>
    </message>
    <message>
        <source>用取件码或二维码</source>
        <translation>With your pickup code or QR code</translation>
    </message>
    <message>
        <source>用取件码或身份证</source>
        <translation>With your pickup code or ID card</translation>
    </message>
    <message>
        <source>用短信里的取件码</source>
        <translation>With the pickup code of your message</translation>
    </message>
    <message>
        <source>也可以直接扫二维码，或者把身份证放在读卡处。</source>
        <translation>Or just hold the QR code to the scanner, or lay down your ID card.</translation>
    </message>
    <message>
        <source>也可以直接扫手机上的二维码，不用按屏幕。</source>
        <translation>Or just hold the QR code on your phone to the scanner.</translation>
    </message>
    <message>
        <source>也可以直接把身份证放在读卡处，不用按屏幕。</source>
        <translation>Or just lay your ID card on the reader.</translation>
    </message>
    <message>
        <source>没有取件码，用身份证</source>
        <translation>No code: use my ID card</translation>
    </message>
    <message>
        <source>输完取件码，还要刷取件人的身份证</source>
        <translation>After the code, the holder&apos;s ID card is needed too</translation>
    </message>
    <message>
        <source>请输入取件码</source>
        <translation>Please type your pickup code</translation>
    </message>
    <message>
        <source>短信里的 9 位数字</source>
        <translation>The 9 digits in your message</translation>
    </message>
    <message>
        <source>有一位数字好像不对</source>
        <translation>One digit seems to be wrong</translation>
    </message>
    <message>
        <source>请对照短信再看一遍。这样不算输错。</source>
        <translation>Please compare it with your message. This does not count against you.</translation>
    </message>
    <message>
        <source>还差 %1 位，取件码是 9 位数字</source>
        <translation>%1 more: the code has 9 digits</translation>
    </message>
    <message>
        <source>请再刷一下身份证</source>
        <translation>Now your ID card, please</translation>
    </message>
    <message>
        <source>请把身份证放在读卡处</source>
        <translation>Lay your ID card on the reader</translation>
    </message>
    <message>
        <source>这里取件还要取件人的身份证</source>
        <translation>Here the holder&apos;s ID card is needed as well</translation>
    </message>
    <message>
        <source>取件人本人的身份证或社会保障卡</source>
        <translation>The holder&apos;s own ID card or social security card</translation>
    </message>
    <message>
        <source>用取件码</source>
        <translation>Use the code</translation>
    </message>
    <message>
        <source>请拿起卡，再放一次</source>
        <translation>Lift the card and lay it down again</translation>
    </message>
    <message>
        <source>读卡处已经有一张卡。不是您的，请拿开交给工作人员。</source>
        <translation>It was already lying on the reader. If it is not yours, please take it off and hand it to the staff.</translation>
    </message>
    <message>
        <source>读卡处已经有一张卡，是您的请拿起再放一次</source>
        <translation>A card lies on the reader. If it is yours, lift it and lay it down again</translation>
    </message>
    <message>
        <source>读卡器暂时不能用，请到大厅找工作人员</source>
        <translation>The card reader does not work now. Please ask staff in the hall</translation>
    </message>
    <message>
        <source>这里不认识这种卡，请用身份证或社会保障卡</source>
        <translation>This card is not known here. Please use your ID or social security card</translation>
    </message>
    <message>
        <source>卡拿起得太早了，请再平放一次</source>
        <translation>The card was lifted too early. Please lay it down again</translation>
    </message>
    <message>
        <source>没有读到卡，请拿起来，再平放一次</source>
        <translation>The card was not read. Please lift it and lay it down again</translation>
    </message>
    <message>
        <source>您有 %1 件可以在这里领取</source>
        <translation>%1 of yours are here</translation>
    </message>
    <message>
        <source>您有 1 件可以在这里领取</source>
        <translation>1 of yours is here</translation>
    </message>
    <message>
        <source>一件一件来：按一下就打开那个柜门</source>
        <translation>One after the other: a touch opens its door</translation>
    </message>
    <message>
        <source>另外：%1，%2</source>
        <translation>Also: %1, %2</translation>
    </message>
    <message>
        <source>%1 号柜门 · 办件号 %2</source>
        <translation>Door %1 · case %2</translation>
    </message>
    <message>
        <source>%1 号柜门已关好，请收好里面的东西</source>
        <translation>Door %1 is closed. Please keep it safe</translation>
    </message>
    <message>
        <source>%1 号柜门已关好，东西还在里面</source>
        <translation>Door %1 is closed, it stays inside</translation>
    </message>
    <message>
        <source>%1 号柜门在 %2 打开过，您取走了吗？</source>
        <translation>Door %1 was opened at %2. Did you take it?</translation>
    </message>
    <message>
        <source>%1 号柜门打开过，您取走了吗？</source>
        <translation>Door %1 was opened before. Did you take it?</translation>
    </message>
    <message>
        <source>当时停电或断网，没有看到柜门关好。</source>
        <translation>The line or the power failed then; nobody saw the door close.</translation>
    </message>
    <message>
        <source>取走了</source>
        <translation>Yes, I took it</translation>
    </message>
    <message>
        <source>东西在我手里</source>
        <translation>I have it</translation>
    </message>
    <message>
        <source>没有，请再打开</source>
        <translation>No, open it again</translation>
    </message>
    <message>
        <source>东西应该还在里面</source>
        <translation>It should still be inside</translation>
    </message>
    <message>
        <source>再输一次</source>
        <translation>Type it again</translation>
    </message>
    <message>
        <source>用身份证</source>
        <translation>Use my ID card</translation>
    </message>
    <message>
        <source>领其他的</source>
        <translation>Collect the others</translation>
    </message>
    <message>
        <source>%1：%2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>没有对上</source>
        <translation>That does not fit</translation>
    </message>
    <message>
        <source>取件码、二维码或卡和这里的件对不上。请用最新一条短信里的取件码。连错 5 次要等一会儿。</source>
        <translation>Nothing here belongs to this code or card. Please use the code of the newest message. After 5 wrong ones there is a pause.</translation>
    </message>
    <message>
        <source>这里没有您的件</source>
        <translation>Nothing of yours is here</translation>
    </message>
    <message>
        <source>可能还没办好，或者已经取走了。有疑问请到大厅导办台。</source>
        <translation>It may not be ready, or was collected already. Please ask at the help desk.</translation>
    </message>
    <message>
        <source>您的件不在这个柜里</source>
        <translation>It waits elsewhere</translation>
    </message>
    <message>
        <source>这个二维码不能开柜门</source>
        <translation>This code opens no door</translation>
    </message>
    <message>
        <source>请用短信里的取件码或二维码，或者身份证。受理回执只说明是哪一件。</source>
        <translation>Please use the code of your message, or your ID card. A receipt only names the case.</translation>
    </message>
    <message>
        <source>系统没有回应，柜门没有打开</source>
        <translation>No answer: no door was opened</translation>
    </message>
    <message>
        <source>请再试一次，不会重复开门。还不行，请到大厅找工作人员。</source>
        <translation>Please try again: no door opens twice. Otherwise ask staff in the hall.</translation>
    </message>
    <message>
        <source>%1 号柜门打不开</source>
        <translation>Door %1 does not open</translation>
    </message>
    <message>
        <source>已通知工作人员，东西还在里面，不会丢。请稍等，或到大厅找工作人员。</source>
        <translation>Staff have been told. It is safe inside. Please wait, or ask in the hall.</translation>
    </message>
    <message>
        <source>%1 号柜门现在打不开</source>
        <translation>Door %1 cannot be opened now</translation>
    </message>
    <message>
        <source>柜门设备没有回应，已通知工作人员。东西还在里面，不会丢。</source>
        <translation>The locks do not answer. Staff have been told. It is safe inside.</translation>
    </message>
    <message>
        <source>没有记下来</source>
        <translation>It was not noted</translation>
    </message>
    <message>
        <source>请到大厅找工作人员说明，他们会查清楚。</source>
        <translation>Please tell staff in the hall: they will find out.</translation>
    </message>
    <message>
        <source>柜门要是开了，里面的先不要动，关好它，再请主管查验。</source>
        <translation>If the door is open, leave what is inside, close it, and ask a supervisor to inspect it.</translation>
    </message>
    <message>
        <source>看不到 %1 号柜门的情况</source>
        <translation>Door %1 cannot be seen</translation>
    </message>
    <message>
        <source>柜门要是开了，请取走东西并关好；没开的话，请找工作人员。</source>
        <translation>If it is open, take what is inside and close it. If not, please ask staff.</translation>
    </message>
    <message>
        <source>还没有存入，东西请拿好。返回再存一次，会换一个柜门。</source>
        <translation>Nothing is deposited yet: keep the document. Go back and deposit it again; another door is taken.</translation>
    </message>
    <message>
        <source>已记下，主管的屏幕上看得到。请找人来修这个柜门。</source>
        <translation>Noted: supervisors see it on their screen. Please have this door repaired.</translation>
    </message>
    <message>
        <source>没有这个办件</source>
        <translation>No such case</translation>
    </message>
    <message>
        <source>请核对办件号，再扫一次回执。</source>
        <translation>Check the number, or scan the receipt again.</translation>
    </message>
    <message>
        <source>这个办件已经在柜里了</source>
        <translation>This case is behind a door already</translation>
    </message>
    <message>
        <source>要换柜门，请先取回。</source>
        <translation>To move it, remove it first.</translation>
    </message>
    <message>
        <source>这个办件已经交付了</source>
        <translation>This case was handed over</translation>
    </message>
    <message>
        <source>不用再存。</source>
        <translation>It needs no deposit.</translation>
    </message>
    <message>
        <source>没有合适的空柜</source>
        <translation>No free door fits</translation>
    </message>
    <message>
        <source>这么大的和更大的都满了。请换小一点的，或送到别的取件柜、取件窗口。</source>
        <translation>This size and larger ones are full. Choose a smaller one, or another cabinet or the pickup window.</translation>
    </message>
    <message>
        <source>没有办成</source>
        <translation>It did not work</translation>
    </message>
    <message>
        <source>请再试一次。还不行，请到大厅找工作人员。</source>
        <translation>Please try again. Otherwise ask staff in the hall.</translation>
    </message>
    <message>
        <source>现在可以再试了</source>
        <translation>You can try again now</translation>
    </message>
    <message>
        <source>请用最新一条短信里的取件码。</source>
        <translation>Please use the code of the newest message.</translation>
    </message>
    <message>
        <source>连续错了几次，为了安全先停一下。
着急的话，请带身份证到窗口领。</source>
        <translation>Several wrong codes in a row: for safety there is a pause.
Or bring your ID card to a window.</translation>
    </message>
    <message>
        <source>暂停到 %1</source>
        <translation>A pause until %1</translation>
    </message>
    <message>
        <source>连续错了几次，为了安全先停一下。
还有 %1。
着急的话，请带身份证到窗口领。</source>
        <translation>Several wrong codes in a row: for safety there is a pause.
%1 more.
Or bring your ID card to a window.</translation>
    </message>
    <message>
        <source>正在准备，请稍候</source>
        <translation>Getting ready, please wait</translation>
    </message>
    <message>
        <source>正在核对，请稍候</source>
        <translation>Checking, please wait</translation>
    </message>
    <message>
        <source>本机不能使用</source>
        <translation>Out of order</translation>
    </message>
    <message>
        <source>本机未登记，或服务器已更换。请联系管理员重新登记。</source>
        <translation>This cabinet is not enrolled, or the server was replaced. Administrators: enrol it again.</translation>
    </message>
    <message>
        <source>暂时不能取件</source>
        <translation>No collections just now</translation>
    </message>
    <message>
        <source>和大厅的连接断了，柜门都锁着，您的东西不会丢。请过一会儿再来，或到大厅找工作人员。</source>
        <translation>The line to the hall is down. All doors are locked, and everything is safe. Please come back later, or ask in the hall.</translation>
    </message>
    <message>
        <source>柜门暂时打不开</source>
        <translation>The doors cannot be opened now</translation>
    </message>
    <message>
        <source>柜门设备没有回应，已通知工作人员。您的东西不会丢，请过一会儿再来。</source>
        <translation>The locks do not answer, and staff have been told. Everything is safe: please come back later.</translation>
    </message>
    <message>
        <source>再打一次</source>
        <translation>Print again</translation>
    </message>
    <message>
        <source>打印凭证</source>
        <translation>Print receipt</translation>
    </message>
    <message>
        <source>交付凭证可以到任一窗口打印。</source>
        <translation>Any window can print your receipt.</translation>
    </message>
    <message>
        <source>打印机没有纸了。
交付凭证可以到任一窗口打印。</source>
        <translation>The printer is out of paper.
Any window can print your receipt.</translation>
    </message>
    <message>
        <source>打印机暂时不能用。
交付凭证可以到任一窗口打印。</source>
        <translation>The printer does not work now.
Any window can print your receipt.</translation>
    </message>
    <message>
        <source>正在打印凭证</source>
        <translation>Your receipt is being printed</translation>
    </message>
    <message>
        <source>还要的话，请到任一窗口打印。</source>
        <translation>Any window can print more.</translation>
    </message>
    <message>
        <source>凭证打好了，请取走</source>
        <translation>Here is your receipt. Please take it.</translation>
    </message>
    <message>
        <source>凭证可能没有打出来</source>
        <translation>Perhaps the receipt did not come out</translation>
    </message>
    <message>
        <source>请看一下出纸口。
没有的话，再打一次，或到任一窗口打印。</source>
        <translation>Please look where the paper comes out.
If nothing is there, print it again, or have it printed at any window.</translation>
    </message>
    <message>
        <source>请看一下出纸口。
没有的话，请到任一窗口打印。</source>
        <translation>Please look where the paper comes out.
If nothing is there, any window can print it.</translation>
    </message>
    <message>
        <source>请到任一窗口打印。</source>
        <translation>Any window can print it.</translation>
    </message>
    <message>
        <source>凭证没有打出来</source>
        <translation>The receipt did not come out</translation>
    </message>
    <message>
        <source>请再试一次，或到任一窗口打印。</source>
        <translation>Please try again, or have it printed at any window.</translation>
    </message>
    <message>
        <source>打印机没有纸了，请到任一窗口打印。</source>
        <translation>The printer is out of paper. Any window can print it.</translation>
    </message>
    <message>
        <source>打印机暂时不能用，请到任一窗口打印。</source>
        <translation>The printer does not work now. Any window can print it.</translation>
    </message>
</context>
<context>
    <name>CardBoard</name>
    <message>
        <source>平放，不要动，等屏幕变了再拿起来</source>
        <translation>Lay it flat, and lift it when the screen changes</translation>
    </message>
    <message>
        <source>也可以把手机上的二维码对准扫码口</source>
        <translation>Or hold the QR code on your phone to the scanner</translation>
    </message>
</context>
<context>
    <name>DoorPicture</name>
    <message>
        <source>取件柜的样子，要找的柜门已标出</source>
        <translation>The cabinet from the front, with the door marked</translation>
    </message>
</context>
<context>
    <name>Foot</name>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
</context>
<context>
    <name>LogInBoard</name>
    <message>
        <source>工号</source>
        <translation>Staff number</translation>
    </message>
    <message>
        <source>密码</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>登录</source>
        <translation>Log in</translation>
    </message>
    <message>
        <source>下一项</source>
        <translation>Next</translation>
    </message>
</context>
<context>
    <name>StaffKeys</name>
    <message>
        <source>完成</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>小写</source>
        <translation>abc</translation>
    </message>
    <message>
        <source>大写</source>
        <translation>ABC</translation>
    </message>
    <message>
        <source>空格</source>
        <translation>Space</translation>
    </message>
    <message>
        <source>删除</source>
        <translation>Delete</translation>
    </message>
</context>
</TS>
