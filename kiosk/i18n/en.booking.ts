<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="zh_CN">
<context>
    <name>BookedPage</name>
    <message>
        <source>约好了，请记住时间</source>
        <translation>Booked: please note the time</translation>
    </message>
    <message>
        <source>好了</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>%1，%2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>请拿好您的卡，不要忘在读卡处。</source>
        <translation>Please take your card with you.</translation>
    </message>
    <message>
        <source>到时带证件来这里取号，按预约排队</source>
        <translation>Come here with your card then, and take a number for your appointment</translation>
    </message>
</context>
<context>
    <name>Booking</name>
    <message>
        <source>正在预约</source>
        <translation>Booking</translation>
    </message>
    <message>
        <source>预约别的时间</source>
        <translation>Book another time</translation>
    </message>
    <message>
        <source>M月d日 ddd</source>
        <translation>ddd, MMM d</translation>
    </message>
    <message>
        <source>明天</source>
        <translation>Tomorrow</translation>
    </message>
    <message>
        <source>后天</source>
        <translation>In 2 days</translation>
    </message>
    <message>
        <source>请晚些时候再来，或按“预约别的时间”。</source>
        <translation>Please come later, or press &quot;Book another time&quot;.</translation>
    </message>
    <message>
        <source>等候的人太多，下班前轮不到您。
请按“预约别的时间”，不用白等。</source>
        <translation>Too many people are waiting: your turn would not come before closing.
Press &quot;Book another time&quot; and do not wait in vain.</translation>
    </message>
    <message>
        <source>等候的人多，下班前可能轮不到，还没有取号。
请按“预约别的时间”。</source>
        <translation>Many people are waiting: your turn may not come before closing. No number was taken.
Please press &quot;Book another time&quot;.</translation>
    </message>
    <message>
        <source>请按“预约别的时间”，到时再来。</source>
        <translation>Press &quot;Book another time&quot; and come then.</translation>
    </message>
    <message>
        <source>暂时连不上大厅</source>
        <translation>The hall cannot be reached</translation>
    </message>
    <message>
        <source>请再试一次，不会重复预约。
也可以到导办台预约。</source>
        <translation>Please try again: it is booked once only.
You can also book at the guide desk.</translation>
    </message>
    <message>
        <source>没有预约成</source>
        <translation>Not booked</translation>
    </message>
    <message>
        <source>等候的人多，下班前可能叫不到您的号。
可以改天来。想等等看，请按“知道了，仍要取号”。</source>
        <translation>Many people wait: your number may not be called before closing.
To wait and see, press &quot;Take a number anyway&quot;.</translation>
    </message>
    <message>
        <source>近几天没有可以预约的时间。
请到导办台，工作人员会帮您。</source>
        <translation>There is no time to book in the coming days.
Please go to the guide desk: the staff will help you.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1，%2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>请带好证件和要用的材料</source>
        <translation>Bring your card and the papers you need</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>要带的材料：%1</source>
        <translation>To bring: %1</translation>
    </message>
    <message>
        <source>要带 %1 种材料，清单在首页“办事指南”里</source>
        <translation>Bring %1 papers: the list is under &quot;What to bring&quot; on the first page</translation>
    </message>
</context>
<context>
    <name>ConfirmPage</name>
    <message>
        <source>另选一天，按预约排队</source>
        <translation>Choose another day</translation>
    </message>
</context>
<context>
    <name>SlotsPage</name>
    <message>
        <source>您想什么时候来？</source>
        <translation>When would you like to come?</translation>
    </message>
    <message>
        <source>按一个时间就约好：%1</source>
        <translation>Press a time to book it: %1</translation>
    </message>
    <message>
        <source>现在约不到时间</source>
        <translation>No time to book now</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>回到首页</source>
        <translation>Home</translation>
    </message>
</context>
</TS>
