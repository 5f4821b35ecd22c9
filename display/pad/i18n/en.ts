<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="zh_CN">
<context>
    <name>AskPage</name>
    <message>
        <source>没有收到，请再按一次</source>
        <translation>It did not arrive: please press again</translation>
    </message>
    <message>
        <source>请您评价本次服务</source>
        <translation>Please rate this service</translation>
    </message>
    <message>
        <source>您的号码 %1</source>
        <translation>Your number %1</translation>
    </message>
    <message>
        <source>评价自愿</source>
        <translation>It is up to you</translation>
    </message>
    <message>
        <source>不评价</source>
        <translation>No rating</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>%1 号窗口</source>
        <translation>Window %1</translation>
    </message>
    <message>
        <source>窗口人员：%1&#x3000;工号 %2</source>
        <translation>Clerk: %1, No. %2</translation>
    </message>
    <message>
        <source>%1
工号 %2</source>
        <translation>%1
Clerk %2</translation>
    </message>
</context>
<context>
    <name>LabelsPage</name>
    <message>
        <source>哪里做得不好？</source>
        <translation>What was not good?</translation>
    </message>
    <message>
        <source>您选了“%1”。可以选几项，也可以不选。</source>
        <translation>You chose "%1". Mark several, or none.</translation>
    </message>
    <message>
        <source>提交</source>
        <translation>Send</translation>
    </message>
</context>
<context>
    <name>Levels</name>
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
        <translation>Not satisfied</translation>
    </message>
    <message>
        <source>非常不满意</source>
        <translation>Not at all satisfied</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>评价器</source>
        <translation>Rating pad</translation>
    </message>
    <message>
        <source>欢迎用手机评价</source>
        <translation>You may rate by phone</translation>
    </message>
    <message>
        <source>您的号码 %1</source>
        <translation>Your number %1</translation>
    </message>
    <message>
        <source>请扫号票上的二维码，或到取号机上评价。</source>
        <translation>Scan the code on your ticket, or rate at a kiosk.</translation>
    </message>
    <message>
        <source>好的，不评价</source>
        <translation>All right, no rating</translation>
    </message>
    <message>
        <source>想评价时，可以扫号票上的二维码。</source>
        <translation>You may still rate by the code on your ticket.</translation>
    </message>
    <message>
        <source>您的评价没有送到</source>
        <translation>Your rating did not arrive</translation>
    </message>
    <message>
        <source>请扫号票上的二维码再评价，或告诉大厅的工作人员。</source>
        <translation>Please rate by the code on your ticket, or tell the staff.</translation>
    </message>
    <message>
        <source>谢谢您的评价</source>
        <translation>Thank you for rating</translation>
    </message>
    <message>
        <source>请带好您的证件和材料。</source>
        <translation>Please take your card and papers with you.</translation>
    </message>
    <message>
        <source>这次服务已经评价过了</source>
        <translation>This service has been rated</translation>
    </message>
    <message>
        <source>第一次的评价有效，谢谢您。</source>
        <translation>The first rating counts. Thank you.</translation>
    </message>
    <message>
        <source>评价时间已过</source>
        <translation>The time for rating is over</translation>
    </message>
    <message>
        <source>您还可以扫号票上的二维码评价。</source>
        <translation>You may still rate by the code on your ticket.</translation>
    </message>
    <message>
        <source>本窗口未开放</source>
        <translation>This window is not open</translation>
    </message>
    <message>
        <source>本窗口暂停服务</source>
        <translation>This window is paused</translation>
    </message>
    <message>
        <source>本窗口暂停服务至 %1</source>
        <translation>This window is paused until %1</translation>
    </message>
    <message>
        <source>请留意大屏，按叫号到其他窗口办理。</source>
        <translation>Please watch the screen: you will be called to another window.</translation>
    </message>
    <message>
        <source>正在准备</source>
        <translation>Getting ready</translation>
    </message>
    <message>
        <source>请稍候。</source>
        <translation>Please wait.</translation>
    </message>
    <message>
        <source>评价器暂时不能用</source>
        <translation>Rating is not possible now</translation>
    </message>
    <message>
        <source>本机未登记。请工作人员联系管理员。</source>
        <translation>This pad is not enrolled. Staff: please call the administrator.</translation>
    </message>
    <message>
        <source>服务器不是本机登记的那一台。请工作人员联系管理员。</source>
        <translation>This is not the server the pad was enrolled with. Staff: please call the administrator.</translation>
    </message>
    <message>
        <source>不影响您办理业务，恢复后自动继续。</source>
        <translation>Your business is not affected. The pad comes back by itself.</translation>
    </message>
</context>
<context>
    <name>TimeLeft</name>
    <message>
        <source>还有 %1 秒，到时自动提交</source>
        <translation>%1 s left; then it is sent as it is</translation>
    </message>
    <message>
        <source>还有 %1 秒</source>
        <translation>%1 s left</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>请这位办事人到本窗口</source>
        <translation>Please come to this window</translation>
    </message>
    <message>
        <source>正在为这位办事人服务</source>
        <translation>Being served here now</translation>
    </message>
    <message>
        <source>欢迎您</source>
        <translation>Welcome</translation>
    </message>
    <message>
        <source>叫到您的号时，请到本窗口办理。</source>
        <translation>When your number is called here, please come.</translation>
    </message>
</context>
</TS>
