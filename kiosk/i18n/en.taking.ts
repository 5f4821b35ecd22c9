<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="zh_CN">
<context>
    <name>AppointmentsPage</name>
    <message>
        <source>今天有几个预约，先办哪一个？</source>
        <translation>Several appointments today. Which one first?</translation>
    </message>
    <message>
        <source>其他的预约办完再来取号</source>
        <translation>Come back for the others afterwards</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>办别的事</source>
        <translation>Something else</translation>
    </message>
</context>
<context>
    <name>CardPage</name>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>没带卡，不刷卡取号</source>
        <translation>No card? Continue without</translation>
    </message>
    <message>
        <source>要带什么</source>
        <translation>What to bring</translation>
    </message>
    <message>
        <source>居民身份证</source>
        <translation>Resident ID card</translation>
    </message>
    <message>
        <source>或</source>
        <translation>or</translation>
    </message>
    <message>
        <source>社会保障卡</source>
        <translation>Social security card</translation>
    </message>
    <message>
        <source>您的身份信息只用来排队，屏幕和号票上都不显示证件号码。</source>
        <translation>Used for the queue only. Your card&apos;s number is neither shown nor printed.</translation>
    </message>
</context>
<context>
    <name>CategoryPage</name>
    <message>
        <source>请选择业务</source>
        <translation>Please choose your business</translation>
    </message>
    <message>
        <source>不清楚选哪一个，请问导办台</source>
        <translation>Not sure which? Ask at the guide desk</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
</context>
<context>
    <name>ConfirmPage</name>
    <message>
        <source>请核对，再选怎么取号</source>
        <translation>Please check and choose</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>不取了，改天来</source>
        <translation>No, another day</translation>
    </message>
    <message>
        <source>事项</source>
        <translation>Matter</translation>
    </message>
    <message>
        <source>取号人</source>
        <translation>For</translation>
    </message>
    <message>
        <source>排队</source>
        <translation>Queue</translation>
    </message>
    <message>
        <source>等候</source>
        <translation>Wait</translation>
    </message>
    <message>
        <source>优先</source>
        <translation>Priority</translation>
    </message>
    <message>
        <source>知道了，仍要取号</source>
        <translation>Take a number anyway</translation>
    </message>
    <message>
        <source>下班前没有叫到，号就作废</source>
        <translation>If not called by closing time, it lapses</translation>
    </message>
    <message>
        <source>打印纸质号</source>
        <translation>Print a ticket</translation>
    </message>
    <message>
        <source>拿着号票等叫号</source>
        <translation>Wait with the ticket in hand</translation>
    </message>
    <message>
        <source>手机扫码取号</source>
        <translation>Use my phone</translation>
    </message>
    <message>
        <source>不用纸，手机上看叫号</source>
        <translation>No paper: follow the queue on the phone</translation>
    </message>
</context>
<context>
    <name>DonePage</name>
    <message>
        <source>请取走您的号票</source>
        <translation>Please take your ticket</translation>
    </message>
    <message>
        <source>号码已在您的手机上</source>
        <translation>Your number is on your phone</translation>
    </message>
    <message>
        <source>号票在下面的出纸口</source>
        <translation>It comes out at the slot below</translation>
    </message>
    <message>
        <source>请不要关掉手机上的页面</source>
        <translation>Please keep the page open on your phone</translation>
    </message>
    <message>
        <source>请到这里等候：%1</source>
        <translation>Please wait here: %1</translation>
    </message>
    <message>
        <source>叫号看大屏、听语音</source>
        <translation>Watch the big screen and listen for your number</translation>
    </message>
    <message>
        <source>叫号看手机和大屏、听语音</source>
        <translation>Watch your phone and the big screen, and listen</translation>
    </message>
    <message>
        <source>多次叫号没有到，号就过了</source>
        <translation>If you miss several calls, you lose your turn</translation>
    </message>
    <message>
        <source>好了</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>请拿好您的卡，不要忘在读卡处。</source>
        <translation>Please take your card with you.</translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>您好，请选择</source>
        <translation>Welcome. Please choose</translation>
    </message>
    <message>
        <source>不办了</source>
        <translation>Leave</translation>
    </message>
    <message>
        <source>预约取号</source>
        <translation>Check in</translation>
    </message>
    <message>
        <source>约好了今天来办的</source>
        <translation>I have an appointment today</translation>
    </message>
    <message>
        <source>我的号</source>
        <translation>My number</translation>
    </message>
    <message>
        <source>办事指南</source>
        <translation>What to bring</translation>
    </message>
    <message>
        <source>评价</source>
        <translation>Rate us</translation>
    </message>
    <message>
        <source>要用身份证或社会保障卡取号。没有带卡，请到导办台。</source>
        <translation>You need an ID card or a social security card. Without one, please go to the guide desk.</translation>
    </message>
    <message>
        <source>请准备好身份证或社会保障卡。没有带卡，有些业务也能取号。</source>
        <translation>Have your ID card or social security card ready. Some business needs no card.</translation>
    </message>
    <message>
        <source>取件柜</source>
        <translation>Locker</translation>
    </message>
    <message>
        <source>不用取号，随时存取</source>
        <translation>No number needed, at any hour</translation>
    </message>
</context>
<context>
    <name>Kiosk</name>
    <message>
        <source>您前面没有人</source>
        <translation>You are next in line</translation>
    </message>
    <message>
        <source>您前面还有 %1 人</source>
        <translation>Ahead of you: %1</translation>
    </message>
    <message>
        <source>办理业务</source>
        <translation>Apply</translation>
    </message>
    <message>
        <source>材料带齐了，到窗口办</source>
        <translation>I have my papers ready</translation>
    </message>
    <message>
        <source>咨询</source>
        <translation>Enquire</translation>
    </message>
    <message>
        <source>先问清楚怎么办</source>
        <translation>I have a question first</translation>
    </message>
    <message>
        <source>取件</source>
        <translation>Collect</translation>
    </message>
    <message>
        <source>领取办好的证照</source>
        <translation>I want to collect a document</translation>
    </message>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
    <message>
        <source>%1，请用手机扫码取号。</source>
        <translation>%1. Please use your phone instead.</translation>
    </message>
    <message>
        <source>请选择一种方式</source>
        <translation>Please choose a way</translation>
    </message>
    <message>
        <source>请刷取号时用的卡</source>
        <translation>Place the card you used</translation>
    </message>
    <message>
        <source>请放上您的卡</source>
        <translation>Place your card here</translation>
    </message>
    <message>
        <source>请再放上您的卡</source>
        <translation>Now put your card down</translation>
    </message>
    <message>
        <source>已找到您的办件。本大厅取件要核对领取人，核对后就能取号。</source>
        <translation>Your case is found. This hall checks who collects it; then you can take a number.</translation>
    </message>
    <message>
        <source>请放上预约人的卡</source>
        <translation>Place the card you booked with</translation>
    </message>
    <message>
        <source>把卡平放在读卡处，先不要拿起</source>
        <translation>Lay it flat on the reader and leave it there</translation>
    </message>
    <message>
        <source>或扫号票、手机上的二维码</source>
        <translation>Or scan the code on your ticket or phone</translation>
    </message>
    <message>
        <source>或扫受理回执、手机上的取件二维码</source>
        <translation>Or scan the code on your receipt or phone</translation>
    </message>
    <message>
        <source>或出示医保电子凭证二维码</source>
        <translation>Or show the code of your medical insurance e-card</translation>
    </message>
    <message>
        <source>没带卡，输入号码</source>
        <translation>No card? Type your number</translation>
    </message>
    <message>
        <source>没带卡，输入取件码或编号</source>
        <translation>No card? Type your pickup code</translation>
    </message>
    <message>
        <source>没带卡，输入身份证号</source>
        <translation>No card? Type your ID number</translation>
    </message>
    <message>
        <source>输入身份证号</source>
        <translation>Type your ID number</translation>
    </message>
    <message>
        <source>输入取件码或编号</source>
        <translation>Type the pickup code or case number</translation>
    </message>
    <message>
        <source>输入号码</source>
        <translation>Type your number</translation>
    </message>
    <message>
        <source>读卡处已经有一张卡。是您的，请拿起再放一次；不是您的，请交给导办台。</source>
        <translation>A card is already lying here. If it is yours, lift it and lay it down again; if not, please hand it in at the guide desk.</translation>
    </message>
    <message>
        <source>读卡处暂时不能用。请用下面的方式，或到导办台。</source>
        <translation>The card readers are out of order. Please use a way below, or go to the guide desk.</translation>
    </message>
    <message>
        <source>身份证读卡处暂时不能用，请用社会保障卡，或到导办台。</source>
        <translation>The ID card reader is out of order. Please use a social security card, or go to the guide desk.</translation>
    </message>
    <message>
        <source>社会保障卡读卡处暂时不能用，请用身份证，或到导办台。</source>
        <translation>The social security card reader is out of order. Please use an ID card, or go to the guide desk.</translation>
    </message>
    <message>
        <source>正在核对电子凭证</source>
        <translation>Checking your e-card</translation>
    </message>
    <message>
        <source>正在读卡</source>
        <translation>Reading your card</translation>
    </message>
    <message>
        <source>请稍候</source>
        <translation>One moment please</translation>
    </message>
    <message>
        <source>请不要拿起卡</source>
        <translation>Please leave the card where it is</translation>
    </message>
    <message>
        <source>身份证号是 18 位，还没有输完。</source>
        <translation>An ID number has 18 characters. It is not complete yet.</translation>
    </message>
    <message>
        <source>号码有误，请对照身份证再输一次。最后一位可能是 X。</source>
        <translation>The number is not right. Please compare it with your card. It may end in X.</translation>
    </message>
    <message>
        <source>已输入 %1 位，共 %2 位</source>
        <translation>%1 of %2 typed</translation>
    </message>
    <message>
        <source>居民身份证</source>
        <translation>Resident ID card</translation>
    </message>
    <message>
        <source>社会保障卡</source>
        <translation>Social security card</translation>
    </message>
    <message>
        <source>港澳台居民居住证</source>
        <translation>Residence permit (Hong Kong, Macau, Taiwan)</translation>
    </message>
    <message>
        <source>外国人永久居留身份证</source>
        <translation>Permanent residence card</translation>
    </message>
    <message>
        <source>已顺延，先让几位</source>
        <translation>Postponed: a few others go first</translation>
    </message>
    <message>
        <source>没有人等候</source>
        <translation>Nobody waiting</translation>
    </message>
    <message>
        <source>%1 人等候</source>
        <translation>%1 waiting</translation>
    </message>
    <message>
        <source>一般等约 %1 分钟</source>
        <translation>usually about %1 min</translation>
    </message>
    <message>
        <source>一般等 %1～%2 分钟</source>
        <translation>usually %1 to %2 min</translation>
    </message>
    <message>
        <source>办理约 %1 分钟</source>
        <translation>Takes about %1 min</translation>
    </message>
    <message>
        <source>请在取号机上按“我到了”</source>
        <translation>Press &quot;I am here&quot; at a kiosk</translation>
    </message>
    <message>
        <source>正在叫您的号，请看大屏</source>
        <translation>You are being called: see the screen</translation>
    </message>
    <message>
        <source>正在窗口办理</source>
        <translation>Being served at a window</translation>
    </message>
    <message>
        <source>材料齐了，请到导办台报到</source>
        <translation>With your papers complete, report at the guide desk</translation>
    </message>
    <message>
        <source>已过号，请到导办台说明</source>
        <translation>Call missed: please ask at the guide desk</translation>
    </message>
    <message>
        <source>这个号已经结束</source>
        <translation>This number has ended</translation>
    </message>
    <message>
        <source>取件优先（已核实有件可取）</source>
        <translation>Your document is ready</translation>
    </message>
    <message>
        <source>%1，相当于早到 %2 分钟</source>
        <translation>%1: counts as %2 min earlier</translation>
    </message>
    <message>
        <source>预约 %1</source>
        <translation>Appointment %1</translation>
    </message>
    <message>
        <source>老年人优先（按证件年龄）</source>
        <translation>Priority by age, as on the card</translation>
    </message>
    <message>
        <source>残疾人优先</source>
        <translation>Priority for the disabled</translation>
    </message>
    <message>
        <source>军人、退役军人优先</source>
        <translation>Priority for soldiers and veterans</translation>
    </message>
    <message>
        <source>绿色通道</source>
        <translation>Green channel</translation>
    </message>
    <message>
        <source>手工输入证件号码</source>
        <translation>ID number, typed</translation>
    </message>
    <message>
        <source>医保电子凭证</source>
        <translation>Medical insurance e-card</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>%1 号窗口</source>
        <translation>Windows %1</translation>
    </message>
    <message>
        <source>%1，步行约 %2 分钟</source>
        <translation>%1, about %2 min on foot</translation>
    </message>
    <message>
        <source>%1 楼</source>
        <translation>floor %1,</translation>
    </message>
    <message>
        <source>您好，请选择</source>
        <translation>Welcome. Please choose</translation>
    </message>
    <message>
        <source>%1，您好，请选择</source>
        <translation>Welcome, %1. Please choose</translation>
    </message>
    <message>
        <source>约 %1 分钟，多数不超过 %2 分钟</source>
        <translation>About %1 min, 9 in 10 within %2 min</translation>
    </message>
    <message>
        <source>您要办哪件事？</source>
        <translation>What is it about?</translation>
    </message>
    <message>
        <source>还要办哪件事？</source>
        <translation>What else is it about?</translation>
    </message>
    <message>
        <source>想了解哪件事？</source>
        <translation>What do you want to know about?</translation>
    </message>
    <message>
        <source>不用排队</source>
        <translation>No queue</translation>
    </message>
    <message>
        <source>暂时查不到事项，请稍后再试，或到导办台询问。</source>
        <translation>Matters cannot be looked up now. Please try later, or ask at the guide desk.</translation>
    </message>
    <message>
        <source>没有找到。请少输几个字，或换一个说法。</source>
        <translation>Nothing found. Type fewer letters, or another word.</translation>
    </message>
    <message>
        <source>还有更多，请多输几个字。</source>
        <translation>There are more. Please type more.</translation>
    </message>
    <message>
        <source>不用带材料</source>
        <translation>Nothing to bring</translation>
    </message>
    <message>
        <source>要带 %1 样材料</source>
        <translation>Papers to bring: %1</translation>
    </message>
    <message>
        <source>原件 %1 份</source>
        <translation>Originals: %1</translation>
    </message>
    <message>
        <source>复印件 %1 份</source>
        <translation>Copies: %1</translation>
    </message>
    <message>
        <source>这件事不用排队</source>
        <translation>This needs no queue</translation>
    </message>
    <message>
        <source>%1 号自助终端</source>
        <translation>Self-service terminal %1</translation>
    </message>
    <message>
        <source>仍要取号</source>
        <translation>Take one anyway</translation>
    </message>
    <message>
        <source>取号</source>
        <translation>Take a number</translation>
    </message>
    <message>
        <source>不刷卡</source>
        <translation>No card</translation>
    </message>
    <message>
        <source>完成</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>不留手机号</source>
        <translation>Leave none</translation>
    </message>
    <message>
        <source>短信发到 %1</source>
        <translation>Messages go to %1</translation>
    </message>
    <message>
        <source>短信提醒（可不填）</source>
        <translation>Text messages (optional)</translation>
    </message>
    <message>
        <source>手机号不对：应是 11 位，以 1 开头。请再核对，或按“返回”不留。</source>
        <translation>A mobile has 11 digits and begins with 1. Check it, or touch Back.</translation>
    </message>
</context>
<context>
    <name>MatterPage</name>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>也可以用手机扫码，在网上办。</source>
        <translation>Or scan the code and do it online.</translation>
    </message>
    <message>
        <source>请用手机扫码，在网上办。</source>
        <translation>Scan the code and do it online.</translation>
    </message>
    <message>
        <source>请用手机扫码，把清单存到手机。</source>
        <translation>Scan the code to keep the list on your phone.</translation>
    </message>
    <message>
        <source>要带的材料</source>
        <translation>What to bring</translation>
    </message>
    <message>
        <source>打印材料清单</source>
        <translation>Print the list</translation>
    </message>
    <message>
        <source>清单存到手机</source>
        <translation>List to my phone</translation>
    </message>
</context>
<context>
    <name>MattersPage</name>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>直接取号，不选事项</source>
        <translation>Skip this step</translation>
    </message>
    <message>
        <source>按名称、拼音或首字母查找，如 ZCDJ</source>
        <translation>Find by name, pinyin or initials, e.g. ZCDJ</translation>
    </message>
</context>
<context>
    <name>MessagePage</name>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>回到首页</source>
        <translation>Home</translation>
    </message>
    <message>
        <source>现在取号</source>
        <translation>Take a number now</translation>
    </message>
    <message>
        <source>不刷卡取号</source>
        <translation>Go on without a card</translation>
    </message>
    <message>
        <source>再试一次</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>用取件柜</source>
        <translation>Use the locker</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>您的号没有丢。纸上的号如果不完整，请不要使用，用手机扫码拿号。没有手机，请到导办台。</source>
        <translation>Your number is not lost. If the paper is incomplete, do not use it: scan this code with your phone. Without a phone, please go to the guide desk.</translation>
    </message>
    <message>
        <source>您的号没有丢。请用手机扫码拿号。没有手机，请到导办台，工作人员会帮您。</source>
        <translation>Your number is not lost. Scan this code with your phone. Without a phone, please go to the guide desk.</translation>
    </message>
    <message>
        <source>暂时取不了号</source>
        <translation>No numbers for the moment</translation>
    </message>
    <message>
        <source>现在不取号</source>
        <translation>No numbers now</translation>
    </message>
    <message>
        <source>读卡器暂时不能用</source>
        <translation>The card readers are out of order</translation>
    </message>
    <message>
        <source>请到导办台取号，工作人员会帮您。</source>
        <translation>Please go to the guide desk: our staff will give you a number.</translation>
    </message>
    <message>
        <source>今天没有您的预约</source>
        <translation>You have no appointment today</translation>
    </message>
    <message>
        <source>可能是改天的预约，或用了别人的证件预约。
您可以现在取号，不用再刷卡。</source>
        <translation>It may be on another day, or booked with another card.
You can take a number now, without laying down your card again.</translation>
    </message>
    <message>
        <source>正在准备，请稍候</source>
        <translation>Getting ready, one moment please</translation>
    </message>
    <message>
        <source>还没有扫码。不方便用手机，可以打印纸质号，或到导办台。</source>
        <translation>Not scanned yet. You can print a ticket instead, or ask at the guide desk.</translation>
    </message>
    <message>
        <source>二维码暂时出不来，您的号没有丢。请再试一次，或打印纸质号。</source>
        <translation>The code cannot be shown now. Your number is safe. Try again, or print a ticket.</translation>
    </message>
    <message>
        <source>卡拿起得太早了</source>
        <translation>The card was lifted too early</translation>
    </message>
    <message>
        <source>请把卡平放在读卡处，等屏幕显示您的姓氏后再拿起。</source>
        <translation>Lay it flat on the reader until your name appears.</translation>
    </message>
    <message>
        <source>这里不认识这种卡</source>
        <translation>This card cannot be used here</translation>
    </message>
    <message>
        <source>这张卡没有回应</source>
        <translation>This card does not answer</translation>
    </message>
    <message>
        <source>卡上的信息读不出来</source>
        <translation>Your card cannot be read</translation>
    </message>
    <message>
        <source>卡上的号码核对不上</source>
        <translation>The card&apos;s number is not valid</translation>
    </message>
    <message>
        <source>读卡器没有回应</source>
        <translation>The card reader does not answer</translation>
    </message>
    <message>
        <source>请稍等一下再试一次，或到导办台取号。</source>
        <translation>Please try again in a moment, or go to the guide desk.</translation>
    </message>
    <message>
        <source>这里不认识这个二维码</source>
        <translation>This code cannot be used here</translation>
    </message>
    <message>
        <source>请刷身份证或社会保障卡，或到导办台。</source>
        <translation>Please use your ID or social security card, or ask at the guide desk.</translation>
    </message>
    <message>
        <source>二维码过期了</source>
        <translation>The code has expired</translation>
    </message>
    <message>
        <source>请在手机上刷新二维码，再扫一次。</source>
        <translation>Please refresh it on your phone and scan again.</translation>
    </message>
    <message>
        <source>暂时核不了电子凭证</source>
        <translation>E-cards cannot be checked now</translation>
    </message>
    <message>
        <source>请刷身份证或社会保障卡，或稍后再试一次。</source>
        <translation>Please use your ID or social security card, or try again later.</translation>
    </message>
    <message>
        <source>暂时连不上取号服务</source>
        <translation>The number service cannot be reached</translation>
    </message>
    <message>
        <source>大厅还没有开始取号，或今天已经结束。</source>
        <translation>The hall has not opened yet, or has closed for today.</translation>
    </message>
    <message>
        <source>这项业务现在没有窗口办理</source>
        <translation>No window handles this now</translation>
    </message>
    <message>
        <source>请选择别的业务，或到导办台询问。</source>
        <translation>Please choose something else, or ask at the guide desk.</translation>
    </message>
    <message>
        <source>刚才的号已经作废</source>
        <translation>That number is no longer valid</translation>
    </message>
    <message>
        <source>取号机刚刚重新启动</source>
        <translation>The kiosk has just started again</translation>
    </message>
    <message>
        <source>正在重新连接，恢复后会自动回到首页。
您也可以到导办台取号。</source>
        <translation>We are reconnecting; the start page comes back by itself. The guide desk can give you a number too.</translation>
    </message>
    <message>
        <source>大厅还没有开始取号，或今天已经结束。
办公时间请看门口的公告，或问导办台。</source>
        <translation>The hall has not opened yet, or has closed for today. Opening hours are posted at the door; or ask at the guide desk.</translation>
    </message>
    <message>
        <source>请用居民身份证或社会保障卡。
没有带，请到导办台。</source>
        <translation>Please use an ID card or a social security card. Without one, please go to the guide desk.</translation>
    </message>
    <message>
        <source>请把卡拿起，再平放一次。
还是不行，请换一张卡，或到导办台。</source>
        <translation>Lift the card and lay it flat once more. If that does not help, use another card or go to the guide desk.</translation>
    </message>
    <message>
        <source>没有取号。请把卡再放一次。
还是不行，请带上证件到导办台。</source>
        <translation>No number was taken. Please lay it down again; if that does not help, take it to the guide desk.</translation>
    </message>
    <message>
        <source>请按“再试一次”，不会重复取号。
也可以到导办台取号。</source>
        <translation>Touch &quot;Try again&quot;: you will not get two numbers. Or go to the guide desk.</translation>
    </message>
    <message>
        <source>号码太久没有领走。
请按“再试一次”，重新取一个号。</source>
        <translation>It was not collected in time. Touch &quot;Try again&quot; to take a new one.</translation>
    </message>
    <message>
        <source>没有取到号</source>
        <translation>No number was taken</translation>
    </message>
    <message>
        <source>请到导办台，工作人员会帮您取号。</source>
        <translation>Please go to the guide desk: our staff will give you a number.</translation>
    </message>
    <message>
        <source>打印机没有纸了</source>
        <translation>The printer is out of paper</translation>
    </message>
    <message>
        <source>打印机的盖子开着</source>
        <translation>The printer&apos;s cover is open</translation>
    </message>
    <message>
        <source>打印机出了故障</source>
        <translation>The printer is out of order</translation>
    </message>
    <message>
        <source>打印机没有回应</source>
        <translation>The printer does not answer</translation>
    </message>
    <message>
        <source>这台机器不打印纸质号</source>
        <translation>This kiosk does not print tickets</translation>
    </message>
    <message>
        <source>暂时不能打印</source>
        <translation>Printing is not possible just now</translation>
    </message>
    <message>
        <source>还没有开始取号</source>
        <translation>Numbers are not given out yet</translation>
    </message>
    <message>
        <source>请在开始取号后再来。
办公时间请看门口的公告，或问导办台。</source>
        <translation>Please come back when the hall opens.
See the hours at the entrance, or ask the guide desk.</translation>
    </message>
    <message>
        <source>今天已经不取号了</source>
        <translation>No more numbers today</translation>
    </message>
    <message>
        <source>请在下一个办公日再来，或到导办台预约。</source>
        <translation>Please come on the next working day, or book at the guide desk.</translation>
    </message>
    <message>
        <source>这项业务现在的号取完了</source>
        <translation>All numbers for this are taken</translation>
    </message>
    <message>
        <source>请晚些时候或改天再来，
也可以到导办台预约。</source>
        <translation>Please come later or another day, or book at the guide desk.</translation>
    </message>
    <message>
        <source>今天排不上了</source>
        <translation>No room in today&apos;s queue</translation>
    </message>
    <message>
        <source>等候的人太多，下班前轮不到您。
请到导办台预约改天，不用白等。</source>
        <translation>Too many people wait: the hall closes before your turn.
Please book another day at the guide desk.</translation>
    </message>
    <message>
        <source>今天不一定轮得到您</source>
        <translation>You may not be served today</translation>
    </message>
    <message>
        <source>等候的人多，下班前可能叫不到您的号。
可以改天来，或在网上、导办台预约。想等等看，请按“知道了，仍要取号”。</source>
        <translation>Your number may not be called before closing time.
You may come another day, or book online or at the guide desk.</translation>
    </message>
    <message>
        <source>您按时到了</source>
        <translation>You are in time</translation>
    </message>
    <message>
        <source>预约 %1 有效，按预约排队。</source>
        <translation>Your appointment %1 counts.</translation>
    </message>
    <message>
        <source>预约是 %1。现在先按现场取号排队，%2 起自动按预约排队，号码不变。</source>
        <translation>Your appointment is %1. You wait as a walk-in until %2, then it counts by itself.</translation>
    </message>
    <message>
        <source>您来早了，可以先取号</source>
        <translation>You are early, and may take your number</translation>
    </message>
    <message>
        <source>预约时间已经过了</source>
        <translation>Your appointment has passed</translation>
    </message>
    <message>
        <source>预约是 %1，已经失效。现在取的是现场号，从现在起排队。</source>
        <translation>It was %1 and counts no more. This is a walk-in number, from now on.</translation>
    </message>
    <message>
        <source>这次不能按预约排队</source>
        <translation>The appointment cannot count this time</translation>
    </message>
    <message>
        <source>您要办的事在预约的时段里办不完。现在取的是现场号，从现在起排队。</source>
        <translation>What you need does not fit into its time. This is a walk-in number, from now on.</translation>
    </message>
    <message>
        <source>等候的人多，下班前可能轮不到。
还没有给您取号：想等等看，
或预约改天，请到导办台。</source>
        <translation>The hall may close before your turn, so no number was taken. To wait anyway, or to book another day, go to the guide desk.</translation>
    </message>
</context>
<context>
    <name>MobilePage</name>
    <message>
        <source>手机号（可不填）</source>
        <translation>Your mobile number (optional)</translation>
    </message>
    <message>
        <source>按“完成”即同意：只用来发这个号的短信，几天后删除。</source>
        <translation>Touching Done means yes: only for messages about this number, deleted after some days.</translation>
    </message>
    <message>
        <source>11 位手机号</source>
        <translation>11 digits</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
</context>
<context>
    <name>NumberPanel</name>
    <message>
        <source>您的号码</source>
        <translation>Your number</translation>
    </message>
</context>
<context>
    <name>NumberStrip</name>
    <message>
        <source>您的号码</source>
        <translation>Your number</translation>
    </message>
</context>
<context>
    <name>PaperTroublePage</name>
    <message>
        <source>好了</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>不要这个号了</source>
        <translation>Give up number</translation>
    </message>
    <message>
        <source>号票完整</source>
        <translation>Ticket is fine</translation>
    </message>
    <message>
        <source>再打印一次</source>
        <translation>Print again</translation>
    </message>
</context>
<context>
    <name>QrPage</name>
    <message>
        <source>请用手机扫码</source>
        <translation>Scan with your phone</translation>
    </message>
    <message>
        <source>用微信或手机相机扫一扫，扫好后这里会自动显示</source>
        <translation>Use WeChat or your camera. This page moves on once you have scanned</translation>
    </message>
    <message>
        <source>好了</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>不取号了</source>
        <translation>Give up number</translation>
    </message>
    <message>
        <source>再试一次</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>打印纸质号</source>
        <translation>Print a ticket</translation>
    </message>
</context>
<context>
    <name>TakingPages</name>
    <message>
        <source>正在取号</source>
        <translation>Getting your number</translation>
    </message>
    <message>
        <source>请稍候</source>
        <translation>One moment please</translation>
    </message>
    <message>
        <source>正在打印</source>
        <translation>Printing</translation>
    </message>
    <message>
        <source>请在出纸口取号</source>
        <translation>Your ticket comes out at the slot</translation>
    </message>
</context>
<context>
    <name>TypingPage</name>
    <message>
        <source>请输入身份证号</source>
        <translation>Type your ID number</translation>
    </message>
    <message>
        <source>最后一位可能是 X</source>
        <translation>It may end in X</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>18 位身份证号</source>
        <translation>ID number, 18 characters</translation>
    </message>
</context>
</TS>
