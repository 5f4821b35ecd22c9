<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="zh_CN">
<context>
    <name>DevicesView</name>
    <message>
        <source>上一页</source>
        <translation>Previous</translation>
    </message>
    <message>
        <source>下一页</source>
        <translation>Next</translation>
    </message>
</context>
<context>
    <name>LogView</name>
    <message>
        <source>还没有日志</source>
        <translation>Nothing logged yet</translation>
    </message>
    <message>
        <source>较新</source>
        <translation>Newer</translation>
    </message>
    <message>
        <source>较早</source>
        <translation>Older</translation>
    </message>
</context>
<context>
    <name>RestartView</name>
    <message>
        <source>要重启取号机吗？</source>
        <translation>Restart this kiosk?</translation>
    </message>
    <message>
        <source>几秒钟后恢复。已经取了、还没有拿到手的号会重新显示。</source>
        <translation>It is back in a few seconds. A number that was taken and not handed over yet is shown again.</translation>
    </message>
    <message>
        <source>现在重启</source>
        <translation>Restart now</translation>
    </message>
</context>
<context>
    <name>Staff</name>
    <message>
        <source>没有应答</source>
        <translation>No answer</translation>
    </message>
    <message>
        <source>检查网线和大厅服务器；恢复后自动连接。</source>
        <translation>Check the network cable; it connects by itself.</translation>
    </message>
    <message>
        <source>正在连接</source>
        <translation>Connecting</translation>
    </message>
    <message>
        <source>已连接</source>
        <translation>Connected</translation>
    </message>
    <message>
        <source>大厅服务器</source>
        <translation>Hall server</translation>
    </message>
    <message>
        <source>没有登记</source>
        <translation>Not enrolled</translation>
    </message>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
    <message>
        <source>请稍候…</source>
        <translation>Please wait …</translation>
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
        <translation>Code scanner</translation>
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
        <source>取件柜</source>
        <translation>Locker</translation>
    </message>
    <message>
        <source>本机时钟</source>
        <translation>Kiosk clock</translation>
    </message>
    <message>
        <source>本机磁盘</source>
        <translation>Kiosk disk</translation>
    </message>
    <message>
        <source>正在打开</source>
        <translation>Opening</translation>
    </message>
    <message>
        <source>正常</source>
        <translation>Fine</translation>
    </message>
    <message>
        <source>正在工作</source>
        <translation>At work</translation>
    </message>
    <message>
        <source>需要处理</source>
        <translation>Needs a hand</translation>
    </message>
    <message>
        <source>脱机</source>
        <translation>Off line</translation>
    </message>
    <message>
        <source>故障</source>
        <translation>Out of order</translation>
    </message>
    <message>
        <source>没有接上</source>
        <translation>Not plugged in</translation>
    </message>
    <message>
        <source>可能被动过</source>
        <translation>May have been tampered with</translation>
    </message>
    <message>
        <source>纸够用</source>
        <translation>enough paper</translation>
    </message>
    <message>
        <source>纸快用完</source>
        <translation>paper is low</translation>
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
        <source>卡在上面</source>
        <translation>card on it</translation>
    </message>
    <message>
        <source>有一张没取走</source>
        <translation>a ticket was not taken</translation>
    </message>
    <message>
        <source>出纸口卡纸</source>
        <translation>paper jammed at the mouth</translation>
    </message>
    <message>
        <source>有柜门开着</source>
        <translation>a door is open</translation>
    </message>
    <message>
        <source>装一卷新纸，然后按“已换纸”。</source>
        <translation>Put in a new roll, then press &quot;Paper changed&quot;.</translation>
    </message>
    <message>
        <source>合上打印机的盖子。</source>
        <translation>Close the printer&apos;s cover.</translation>
    </message>
    <message>
        <source>按打印机上的联机键，或关掉再打开。</source>
        <translation>Press the printer&apos;s online button, or switch it off and on.</translation>
    </message>
    <message>
        <source>打开打印机，取出卡住的纸，关掉再打开。</source>
        <translation>Open the printer, take out the jammed paper, switch it off and on.</translation>
    </message>
    <message>
        <source>打开出纸口，取出卡住的纸。</source>
        <translation>Open the mouth and take out the jammed paper.</translation>
    </message>
    <message>
        <source>这台取号机没有打印机。</source>
        <translation>This kiosk has no printer.</translation>
    </message>
    <message>
        <source>检查电源和数据线有没有接好。</source>
        <translation>Check that power and data cable are plugged in.</translation>
    </message>
    <message>
        <source>检查电源、数据线和设备地址。</source>
        <translation>Check power, data cable and the device&apos;s address.</translation>
    </message>
    <message>
        <source>检查电源和数据线；接好后自动恢复。</source>
        <translation>Check power and data cable; it comes back by itself.</translation>
    </message>
    <message>
        <source>关掉再打开；之后自动恢复。</source>
        <translation>Switch it off and on; it comes back by itself.</translation>
    </message>
    <message>
        <source>检查数据线，以及设备地址里的速率。</source>
        <translation>Check the data cable, and the speed in the device&apos;s address.</translation>
    </message>
    <message>
        <source>另一个程序占用了它，请关掉那个程序。</source>
        <translation>Another program uses it; close that program.</translation>
    </message>
    <message>
        <source>没有使用权限，请找技术人员。</source>
        <translation>No permission to use it; call a technician.</translation>
    </message>
    <message>
        <source>智能卡服务没有运行，请重启取号机或找技术人员。</source>
        <translation>The smart card service does not run; restart the kiosk or call a technician.</translation>
    </message>
    <message>
        <source>关掉再打开读卡器；还不行就更换。</source>
        <translation>Switch the reader off and on; if that does not help, replace it.</translation>
    </message>
    <message>
        <source>检查音箱、音量和声音服务。</source>
        <translation>Check the loudspeaker, its volume and the sound service.</translation>
    </message>
    <message>
        <source>看看开着的柜门里有没有东西，再把门关好。</source>
        <translation>See whether something lies behind the open door, then close it.</translation>
    </message>
    <message>
        <source>大厅不认识这台取件柜，请找技术人员重新登记。</source>
        <translation>The hall does not know this locker. Ask a technician to enrol it again.</translation>
    </message>
    <message>
        <source>看看设备，再看日志。</source>
        <translation>Look at the device, then at the log.</translation>
    </message>
    <message>
        <source>与大厅时间相差两分钟以上，请找技术人员对时。</source>
        <translation>Over two minutes off; have a technician set it.</translation>
    </message>
    <message>
        <source>写不进磁盘，请找技术人员清理空间。取号不受影响。</source>
        <translation>The disk cannot be written; have a technician make room. Numbers are given all the same.</translation>
    </message>
    <message>
        <source>测试条已经打印，请看出纸口。</source>
        <translation>The test slip is printed; see the mouth of the printer.</translation>
    </message>
    <message>
        <source>打印机可以用了。</source>
        <translation>The printer is ready.</translation>
    </message>
    <message>
        <source>这张卡不是本大厅的员工卡。</source>
        <translation>This card is no staff card of this hall.</translation>
    </message>
    <message>
        <source>这张员工卡不能打开维护页。</source>
        <translation>This staff card does not open the service page.</translation>
    </message>
    <message>
        <source>大厅服务器没有应答，现在不能核对员工卡。</source>
        <translation>The hall server does not answer; staff cards cannot be checked now.</translation>
    </message>
    <message>
        <source>应答的不是本大厅的服务器，不能核对员工卡。</source>
        <translation>What answers is not this hall&apos;s server; staff cards cannot be checked.</translation>
    </message>
    <message>
        <source>窗口人员</source>
        <translation>Clerk</translation>
    </message>
    <message>
        <source>导办</source>
        <translation>Guide</translation>
    </message>
    <message>
        <source>值班主任</source>
        <translation>Supervisor</translation>
    </message>
    <message>
        <source>没有读出员工卡，请再放一次。</source>
        <translation>The staff card was not read; lay it down again.</translation>
    </message>
</context>
<context>
    <name>StaffActions</name>
    <message>
        <source>测试打印</source>
        <translation>Test print</translation>
    </message>
    <message>
        <source>已换纸</source>
        <translation>Paper changed</translation>
    </message>
    <message>
        <source>看日志</source>
        <translation>Log</translation>
    </message>
    <message>
        <source>重启</source>
        <translation>Restart</translation>
    </message>
</context>
<context>
    <name>StaffPages</name>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>离开</source>
        <translation>Leave</translation>
    </message>
    <message>
        <source>设备与维护</source>
        <translation>Devices and service</translation>
    </message>
</context>
</TS>
