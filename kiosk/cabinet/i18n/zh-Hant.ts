<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_HK" sourcelanguage="zh_CN">
<context>
    <name>AskStill</name>
    <message>
        <source>您还在吗？</source>
        <translation>您還在嗎？</translation>
    </message>
    <message>
        <source>没有操作的话，%1 秒后回到首页，
您的信息会清除。</source>
        <translation>沒有操作的話，%1 秒後回到首頁，
您的資料會清除。</translation>
    </message>
    <message>
        <source>不办了</source>
        <translation>不辦了</translation>
    </message>
    <message>
        <source>我还在</source>
        <translation>我還在</translation>
    </message>
</context>
<context>
    <name>Cabinet</name>
    <message>
        <source>正在打开 %1 号柜门</source>
        <translation>正在打開 %1 號櫃門</translation>
    </message>
    <message>
        <source>请看图上标出的位置</source>
        <translation>請看圖上標出的位置</translation>
    </message>
    <message>
        <source>%1 号柜门里有东西，不用它：请把它关好</source>
        <translation>%1 號櫃門裏有東西，不用它：請把它關好</translation>
    </message>
    <message>
        <source>柜门还开着，请关好</source>
        <translation>櫃門還開着，請關好</translation>
    </message>
    <message>
        <source>请马上关好柜门</source>
        <translation>請馬上關好櫃門</translation>
    </message>
    <message>
        <source>一直不关，会通知工作人员来看。</source>
        <translation>一直不關，會通知工作人員來看。</translation>
    </message>
    <message>
        <source>%1 号柜门开了，请取走东西</source>
        <translation>%1 號櫃門開了，請取走東西</translation>
    </message>
    <message>
        <source>%1 号柜门开了，请放进去</source>
        <translation>%1 號櫃門開了，請放進去</translation>
    </message>
    <message>
        <source>柜里有东西</source>
        <translation>櫃裏有東西</translation>
    </message>
    <message>
        <source>不存了</source>
        <translation>不存了</translation>
    </message>
    <message>
        <source>%1 号柜门开了，请取出来</source>
        <translation>%1 號櫃門開了，請取出來</translation>
    </message>
    <message>
        <source>%1 号柜门开了，里面有东西吗？</source>
        <translation>%1 號櫃門開了，裏面有東西嗎？</translation>
    </message>
    <message>
        <source>有东西</source>
        <translation>有東西</translation>
    </message>
    <message>
        <source>是空的</source>
        <translation>是空的</translation>
    </message>
    <message>
        <source>请关好 %1 号柜门</source>
        <translation>請關好 %1 號櫃門</translation>
    </message>
    <message>
        <source>推到听见“咔”一声</source>
        <translation>推到聽見「咔」一聲</translation>
    </message>
    <message>
        <source>然后关好柜门，推到听见“咔”一声</source>
        <translation>然後關好櫃門，推到聽見「咔」一聲</translation>
    </message>
    <message>
        <source>柜里没有东西</source>
        <translation>櫃裏沒有東西</translation>
    </message>
    <message>
        <source>先不取，放回去</source>
        <translation>先不取，放回去</translation>
    </message>
    <message>
        <source>已记下：柜里没有东西。请关好柜门，工作人员会查。</source>
        <translation>已記下：櫃裏沒有東西。請關好櫃門，工作人員會查。</translation>
    </message>
    <message>
        <source>已记下：是空的</source>
        <translation>已記下：是空的</translation>
    </message>
    <message>
        <source>已记下：不存了。请不要放东西进去。</source>
        <translation>已記下：不存了。請不要放東西進去。</translation>
    </message>
    <message>
        <source>已记下：有东西</source>
        <translation>已記下：有東西</translation>
    </message>
    <message>
        <source>已记下：先不取。请放回去，下次再来。</source>
        <translation>已記下：先不取。請放回去，下次再來。</translation>
    </message>
    <message>
        <source>%1 号柜门没有打开</source>
        <translation>%1 號櫃門沒有打開</translation>
    </message>
    <message>
        <source>请用手把柜门往里推一下，再按“再试一次”</source>
        <translation>請用手把櫃門往裏推一下，再按「再試一次」</translation>
    </message>
    <message>
        <source>再试一次</source>
        <translation>再試一次</translation>
    </message>
    <message>
        <source>还是打不开</source>
        <translation>還是打不開</translation>
    </message>
    <message>
        <source>打不开，叫工作人员</source>
        <translation>打不開，叫工作人員</translation>
    </message>
    <message>
        <source>领好了，请收好</source>
        <translation>領好了，請收好</translation>
    </message>
    <message>
        <source>%1 号柜门已关好。谢谢您！</source>
        <translation>%1 號櫃門已關好。多謝！</translation>
    </message>
    <message>
        <source>好的，已记下您取走了</source>
        <translation>好的，已記下您取走了</translation>
    </message>
    <message>
        <source>谢谢您！</source>
        <translation>多謝！</translation>
    </message>
    <message>
        <source>放回去了</source>
        <translation>放回去了</translation>
    </message>
    <message>
        <source>%1 号柜门没有变</source>
        <translation>%1 號櫃門沒有變</translation>
    </message>
    <message>
        <source>东西还在柜里，取件码还能用，下次再来取。</source>
        <translation>東西還在櫃裏，取件碼還能用，下次再來取。</translation>
    </message>
    <message>
        <source>已通知工作人员</source>
        <translation>已通知工作人員</translation>
    </message>
    <message>
        <source>柜里没有您的东西，工作人员会查清楚再联系您。也可以现在到大厅询问。</source>
        <translation>櫃裏沒有您的東西，工作人員會查清楚再聯絡您。也可以現在到大廳查詢。</translation>
    </message>
    <message>
        <source>已存入 %1 号柜门里</source>
        <translation>已存入 %1 號櫃門裏</translation>
    </message>
    <message>
        <source>取件人会收到短信。可以直接扫下一件。</source>
        <translation>取件人會收到短訊。可以直接掃下一件。</translation>
    </message>
    <message>
        <source>没有存入</source>
        <translation>沒有存入</translation>
    </message>
    <message>
        <source>%1 号柜门里还是空的</source>
        <translation>%1 號櫃門裏還是空的</translation>
    </message>
    <message>
        <source>已从 %1 号柜门里取回</source>
        <translation>已從 %1 號櫃門裏取回</translation>
    </message>
    <message>
        <source>请送到下一处，并在那里登记。</source>
        <translation>請送到下一處，並在那裏登記。</translation>
    </message>
    <message>
        <source>%1 号柜门：有东西</source>
        <translation>%1 號櫃門：有東西</translation>
    </message>
    <message>
        <source>已记下</source>
        <translation>已記下</translation>
    </message>
    <message>
        <source>%1 号柜门：空</source>
        <translation>%1 號櫃門：空</translation>
    </message>
    <message>
        <source>%1 号柜门已关好</source>
        <translation>%1 號櫃門已關好</translation>
    </message>
    <message>
        <source>没有说里面有没有东西，这个柜门还要查验。</source>
        <translation>沒有說裏面有沒有東西，這個櫃門還要查驗。</translation>
    </message>
    <message>
        <source>下一件</source>
        <translation>下一件</translation>
    </message>
    <message>
        <source>继续</source>
        <translation>繼續</translation>
    </message>
    <message>
        <source>领下一件</source>
        <translation>領下一件</translation>
    </message>
    <message>
        <source>完成</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>柜里其实没有东西</source>
        <translation>櫃裏其實沒有東西</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>回到首页</source>
        <translation>回到首頁</translation>
    </message>
    <message>
        <source>您好，请选择</source>
        <translation>您好，請選擇</translation>
    </message>
    <message>
        <source>这里 24 小时都可以取件</source>
        <translation>這裏 24 小時都可以取件</translation>
    </message>
    <message>
        <source>取件</source>
        <translation>取件</translation>
    </message>
    <message>
        <source>送件</source>
        <translation>送件</translation>
    </message>
    <message>
        <source>工作人员存件、取回、查验</source>
        <translation>工作人員存件、取回、查驗</translation>
    </message>
    <message>
        <source>%1 号柜门还开着，请帮忙关好</source>
        <translation>%1 號櫃門還開着，請幫忙關好</translation>
    </message>
    <message>
        <source>用取件码、二维码或身份证</source>
        <translation>用取件碼、二維碼或身份證</translation>
    </message>
    <message>
        <source>用取件码或二维码</source>
        <translation>用取件碼或二維碼</translation>
    </message>
    <message>
        <source>用取件码或身份证</source>
        <translation>用取件碼或身份證</translation>
    </message>
    <message>
        <source>用短信里的取件码</source>
        <translation>用短訊裏的取件碼</translation>
    </message>
    <message>
        <source>也可以直接扫二维码，或者把身份证放在读卡处。</source>
        <translation>也可以直接掃二維碼，或者把身份證放在讀卡處。</translation>
    </message>
    <message>
        <source>也可以直接扫手机上的二维码，不用按屏幕。</source>
        <translation>也可以直接掃手機上的二維碼，不用按螢幕。</translation>
    </message>
    <message>
        <source>也可以直接把身份证放在读卡处，不用按屏幕。</source>
        <translation>也可以直接把身份證放在讀卡處，不用按螢幕。</translation>
    </message>
    <message>
        <source>没有取件码，用身份证</source>
        <translation>沒有取件碼，用身份證</translation>
    </message>
    <message>
        <source>输完取件码，还要刷取件人的身份证</source>
        <translation>輸完取件碼，還要拍取件人的身份證</translation>
    </message>
    <message>
        <source>请输入取件码</source>
        <translation>請輸入取件碼</translation>
    </message>
    <message>
        <source>短信里的 9 位数字</source>
        <translation>短訊裏的 9 位數字</translation>
    </message>
    <message>
        <source>有一位数字好像不对</source>
        <translation>有一位數字好像不對</translation>
    </message>
    <message>
        <source>请对照短信再看一遍。这样不算输错。</source>
        <translation>請對照短訊再看一遍。這樣不算輸錯。</translation>
    </message>
    <message>
        <source>还差 %1 位，取件码是 9 位数字</source>
        <translation>還差 %1 位，取件碼是 9 位數字</translation>
    </message>
    <message>
        <source>请再刷一下身份证</source>
        <translation>請再拍一下身份證</translation>
    </message>
    <message>
        <source>请把身份证放在读卡处</source>
        <translation>請把身份證放在讀卡處</translation>
    </message>
    <message>
        <source>这里取件还要取件人的身份证</source>
        <translation>這裏取件還要取件人的身份證</translation>
    </message>
    <message>
        <source>取件人本人的身份证或社会保障卡</source>
        <translation>取件人本人的身份證或社會保障卡</translation>
    </message>
    <message>
        <source>用取件码</source>
        <translation>用取件碼</translation>
    </message>
    <message>
        <source>请拿起卡，再放一次</source>
        <translation>請拿起卡，再放一次</translation>
    </message>
    <message>
        <source>读卡处已经有一张卡。不是您的，请拿开交给工作人员。</source>
        <translation>讀卡處已經有一張卡。不是您的，請拿開交給工作人員。</translation>
    </message>
    <message>
        <source>读卡处已经有一张卡，是您的请拿起再放一次</source>
        <translation>讀卡處已經有一張卡，是您的請拿起再放一次</translation>
    </message>
    <message>
        <source>读卡器暂时不能用，请到大厅找工作人员</source>
        <translation>讀卡器暫時不能用，請到大廳找工作人員</translation>
    </message>
    <message>
        <source>这里不认识这种卡，请用身份证或社会保障卡</source>
        <translation>這裏不認識這種卡，請用身份證或社會保障卡</translation>
    </message>
    <message>
        <source>卡拿起得太早了，请再平放一次</source>
        <translation>卡拿起得太早了，請再平放一次</translation>
    </message>
    <message>
        <source>没有读到卡，请拿起来，再平放一次</source>
        <translation>沒有讀到卡，請拿起來，再平放一次</translation>
    </message>
    <message>
        <source>您有 %1 件可以在这里领取</source>
        <translation>您有 %1 件可以在這裏領取</translation>
    </message>
    <message>
        <source>您有 1 件可以在这里领取</source>
        <translation>您有 1 件可以在這裏領取</translation>
    </message>
    <message>
        <source>一件一件来：按一下就打开那个柜门</source>
        <translation>一件一件來：按一下就打開那個櫃門</translation>
    </message>
    <message>
        <source>另外：%1，%2</source>
        <translation>另外：%1，%2</translation>
    </message>
    <message>
        <source>%1 号柜门 · 办件号 %2</source>
        <translation>%1 號櫃門 · 辦件號 %2</translation>
    </message>
    <message>
        <source>%1 号柜门已关好，请收好里面的东西</source>
        <translation>%1 號櫃門已關好，請收好裏面的東西</translation>
    </message>
    <message>
        <source>%1 号柜门已关好，东西还在里面</source>
        <translation>%1 號櫃門已關好，東西還在裏面</translation>
    </message>
    <message>
        <source>%1 号柜门在 %2 打开过，您取走了吗？</source>
        <translation>%1 號櫃門在 %2 打開過，您取走了嗎？</translation>
    </message>
    <message>
        <source>%1 号柜门打开过，您取走了吗？</source>
        <translation>%1 號櫃門打開過，您取走了嗎？</translation>
    </message>
    <message>
        <source>当时停电或断网，没有看到柜门关好。</source>
        <translation>當時停電或斷網，沒有看到櫃門關好。</translation>
    </message>
    <message>
        <source>取走了</source>
        <translation>取走了</translation>
    </message>
    <message>
        <source>东西在我手里</source>
        <translation>東西在我手裏</translation>
    </message>
    <message>
        <source>没有，请再打开</source>
        <translation>沒有，請再打開</translation>
    </message>
    <message>
        <source>东西应该还在里面</source>
        <translation>東西應該還在裏面</translation>
    </message>
    <message>
        <source>刷员工卡，或输入工号和密码</source>
        <translation>拍員工卡，或輸入工號和密碼</translation>
    </message>
    <message>
        <source>请输入工号和密码</source>
        <translation>請輸入工號和密碼</translation>
    </message>
    <message>
        <source>工作人员</source>
        <translation>工作人員</translation>
    </message>
    <message>
        <source>工号和密码都要填</source>
        <translation>工號和密碼都要填</translation>
    </message>
    <message>
        <source>员工卡已经在读卡处，请拿起再放一次</source>
        <translation>員工卡已經在讀卡處，請拿起再放一次</translation>
    </message>
    <message>
        <source>没有读到员工卡，请再放一次</source>
        <translation>沒有讀到員工卡，請再放一次</translation>
    </message>
    <message>
        <source>没有登录，请再试一次</source>
        <translation>沒有登入，請再試一次</translation>
    </message>
    <message>
        <source>存件</source>
        <translation>存件</translation>
    </message>
    <message>
        <source>空柜 %1 个。也可以直接扫回执</source>
        <translation>空櫃 %1 個。也可以直接掃回執</translation>
    </message>
    <message>
        <source>取回</source>
        <translation>取回</translation>
    </message>
    <message>
        <source>逾期未取 %1 件</source>
        <translation>逾期未取 %1 件</translation>
    </message>
    <message>
        <source>逾期的、换地方的</source>
        <translation>逾期的、換地方的</translation>
    </message>
    <message>
        <source>查验</source>
        <translation>查驗</translation>
    </message>
    <message>
        <source>%1 个柜门要看一下</source>
        <translation>%1 個櫃門要看一下</translation>
    </message>
    <message>
        <source>%1，您好</source>
        <translation>%1，您好</translation>
    </message>
    <message>
        <source>退出</source>
        <translation>登出</translation>
    </message>
    <message>
        <source>存件：扫回执，或输入办件号</source>
        <translation>存件：掃回執，或輸入辦件號</translation>
    </message>
    <message>
        <source>取回：扫回执，或输入办件号</source>
        <translation>取回：掃回執，或輸入辦件號</translation>
    </message>
    <message>
        <source>办件号</source>
        <translation>辦件號</translation>
    </message>
    <message>
        <source>小</source>
        <translation>小</translation>
    </message>
    <message>
        <source>证照、信封</source>
        <translation>證照、信封</translation>
    </message>
    <message>
        <source>中</source>
        <translation>中</translation>
    </message>
    <message>
        <source>档案袋、文件夹</source>
        <translation>檔案袋、文件夾</translation>
    </message>
    <message>
        <source>大</source>
        <translation>大</translation>
    </message>
    <message>
        <source>箱子、厚卷宗</source>
        <translation>箱子、厚卷宗</translation>
    </message>
    <message>
        <source>要多大的柜子？</source>
        <translation>要多大的櫃子？</translation>
    </message>
    <message>
        <source>办件号 %1</source>
        <translation>辦件號 %1</translation>
    </message>
    <message>
        <source>%1
空 %2 个</source>
        <translation>%1
空 %2 個</translation>
    </message>
    <message>
        <source>查验哪个柜门？</source>
        <translation>查驗哪個櫃門？</translation>
    </message>
    <message>
        <source>%1 个要看一下，排在前面</source>
        <translation>%1 個要看一下，排在前面</translation>
    </message>
    <message>
        <source>现在没有要看的柜门</source>
        <translation>現在沒有要看的櫃門</translation>
    </message>
    <message>
        <source>取回哪个柜门里的？</source>
        <translation>取回哪個櫃門裏的？</translation>
    </message>
    <message>
        <source>现在没有逾期的</source>
        <translation>現在沒有逾期的</translation>
    </message>
    <message>
        <source>%1 号</source>
        <translation>%1 號</translation>
    </message>
    <message>
        <source>打不开</source>
        <translation>打不開</translation>
    </message>
    <message>
        <source>被强开过</source>
        <translation>被強開過</translation>
    </message>
    <message>
        <source>存件时发现有东西</source>
        <translation>存件時發現有東西</translation>
    </message>
    <message>
        <source>锁控板不应答</source>
        <translation>鎖控板不應答</translation>
    </message>
    <message>
        <source>开着</source>
        <translation>開着</translation>
    </message>
    <message>
        <source>空</source>
        <translation>空</translation>
    </message>
    <message>
        <source>正在用</source>
        <translation>正在用</translation>
    </message>
    <message>
        <source>有件，已逾期</source>
        <translation>有件，已逾期</translation>
    </message>
    <message>
        <source>有件</source>
        <translation>有件</translation>
    </message>
    <message>
        <source>不知道里面有没有东西</source>
        <translation>不知道裏面有沒有東西</translation>
    </message>
    <message>
        <source>停用</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>再输一次</source>
        <translation>再輸一次</translation>
    </message>
    <message>
        <source>用身份证</source>
        <translation>用身份證</translation>
    </message>
    <message>
        <source>领其他的</source>
        <translation>領其他的</translation>
    </message>
    <message>
        <source>%1：%2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>没有对上</source>
        <translation>沒有對上</translation>
    </message>
    <message>
        <source>取件码、二维码或卡和这里的件对不上。请用最新一条短信里的取件码。连错 5 次要等一会儿。</source>
        <translation>取件碼、二維碼或卡和這裏的件對不上。請用最新一條短訊裏的取件碼。連錯 5 次要等一會。</translation>
    </message>
    <message>
        <source>这里没有您的件</source>
        <translation>這裏沒有您的件</translation>
    </message>
    <message>
        <source>可能还没办好，或者已经取走了。有疑问请到大厅导办台。</source>
        <translation>可能還沒辦好，或者已經取走了。有疑問請到大廳服務台。</translation>
    </message>
    <message>
        <source>您的件不在这个柜里</source>
        <translation>您的件不在這個櫃裏</translation>
    </message>
    <message>
        <source>这个二维码不能开柜门</source>
        <translation>這個二維碼不能開櫃門</translation>
    </message>
    <message>
        <source>请用短信里的取件码或二维码，或者身份证。受理回执只说明是哪一件。</source>
        <translation>請用短訊裏的取件碼或二維碼，或者身份證。受理回執只說明是哪一件。</translation>
    </message>
    <message>
        <source>系统没有回应，柜门没有打开</source>
        <translation>系統沒有回應，櫃門沒有打開</translation>
    </message>
    <message>
        <source>请再试一次，不会重复开门。还不行，请到大厅找工作人员。</source>
        <translation>請再試一次，不會重複開門。還不行，請到大廳找工作人員。</translation>
    </message>
    <message>
        <source>%1 号柜门打不开</source>
        <translation>%1 號櫃門打不開</translation>
    </message>
    <message>
        <source>已通知工作人员，东西还在里面，不会丢。请稍等，或到大厅找工作人员。</source>
        <translation>已通知工作人員，東西還在裏面，不會遺失。請稍等，或到大廳找工作人員。</translation>
    </message>
    <message>
        <source>%1 号柜门现在打不开</source>
        <translation>%1 號櫃門現在打不開</translation>
    </message>
    <message>
        <source>柜门设备没有回应，已通知工作人员。东西还在里面，不会丢。</source>
        <translation>櫃門設備沒有回應，已通知工作人員。東西還在裏面，不會遺失。</translation>
    </message>
    <message>
        <source>没有记下来</source>
        <translation>沒有記下來</translation>
    </message>
    <message>
        <source>请到大厅找工作人员说明，他们会查清楚。</source>
        <translation>請到大廳找工作人員說明，他們會查清楚。</translation>
    </message>
    <message>
        <source>柜门要是开了，里面的先不要动，关好它，再请主管查验。</source>
        <translation>櫃門要是開了，裏面的先不要動，關好它，再請主管查驗。</translation>
    </message>
    <message>
        <source>看不到 %1 号柜门的情况</source>
        <translation>看不到 %1 號櫃門的情況</translation>
    </message>
    <message>
        <source>柜门要是开了，请取走东西并关好；没开的话，请找工作人员。</source>
        <translation>櫃門要是開了，請取走東西並關好；沒開的話，請找工作人員。</translation>
    </message>
    <message>
        <source>还没有存入，东西请拿好。返回再存一次，会换一个柜门。</source>
        <translation>還沒有存入，東西請拿好。返回再存一次，會換一個櫃門。</translation>
    </message>
    <message>
        <source>已记下，主管的屏幕上看得到。请找人来修这个柜门。</source>
        <translation>已記下，主管的螢幕上看得到。請找人來修這個櫃門。</translation>
    </message>
    <message>
        <source>没有这个办件</source>
        <translation>沒有這個辦件</translation>
    </message>
    <message>
        <source>请核对办件号，再扫一次回执。</source>
        <translation>請核對辦件號，再掃一次回執。</translation>
    </message>
    <message>
        <source>这个办件已经在柜里了</source>
        <translation>這個辦件已經在櫃裏了</translation>
    </message>
    <message>
        <source>要换柜门，请先取回。</source>
        <translation>要換櫃門，請先取回。</translation>
    </message>
    <message>
        <source>这个办件已经交付了</source>
        <translation>這個辦件已經交付了</translation>
    </message>
    <message>
        <source>不用再存。</source>
        <translation>不用再存。</translation>
    </message>
    <message>
        <source>没有合适的空柜</source>
        <translation>沒有合適的空櫃</translation>
    </message>
    <message>
        <source>这么大的和更大的都满了。请换小一点的，或送到别的取件柜、取件窗口。</source>
        <translation>這麼大的和更大的都滿了。請換小一點的，或送到別的取件櫃、取件窗口。</translation>
    </message>
    <message>
        <source>没有办成</source>
        <translation>沒有辦成</translation>
    </message>
    <message>
        <source>请再试一次。还不行，请到大厅找工作人员。</source>
        <translation>請再試一次。還不行，請到大廳找工作人員。</translation>
    </message>
    <message>
        <source>现在可以再试了</source>
        <translation>現在可以再試了</translation>
    </message>
    <message>
        <source>请用最新一条短信里的取件码。</source>
        <translation>請用最新一條短訊裏的取件碼。</translation>
    </message>
    <message>
        <source>连续错了几次，为了安全先停一下。
着急的话，请带身份证到窗口领。</source>
        <translation>連續錯了幾次，為了安全先停一下。
着急的話，請帶身份證到窗口領。</translation>
    </message>
    <message>
        <source>暂停到 %1</source>
        <translation>暫停到 %1</translation>
    </message>
    <message>
        <source>连续错了几次，为了安全先停一下。
还有 %1。
着急的话，请带身份证到窗口领。</source>
        <translation>連續錯了幾次，為了安全先停一下。
還有 %1。
着急的話，請帶身份證到窗口領。</translation>
    </message>
    <message>
        <source>正在准备，请稍候</source>
        <translation>正在準備，請稍候</translation>
    </message>
    <message>
        <source>正在核对，请稍候</source>
        <translation>正在核對，請稍候</translation>
    </message>
    <message>
        <source>本机不能使用</source>
        <translation>本機不能使用</translation>
    </message>
    <message>
        <source>本机未登记，或服务器已更换。请联系管理员重新登记。</source>
        <translation>本機未登記，或伺服器已更換。請聯絡管理員重新登記。</translation>
    </message>
    <message>
        <source>暂时不能取件</source>
        <translation>暫時不能取件</translation>
    </message>
    <message>
        <source>和大厅的连接断了，柜门都锁着，您的东西不会丢。请过一会儿再来，或到大厅找工作人员。</source>
        <translation>和大廳的連線斷了，櫃門都鎖着，您的東西不會遺失。請過一會再來，或到大廳找工作人員。</translation>
    </message>
    <message>
        <source>柜门暂时打不开</source>
        <translation>櫃門暫時打不開</translation>
    </message>
    <message>
        <source>柜门设备没有回应，已通知工作人员。您的东西不会丢，请过一会儿再来。</source>
        <translation>櫃門設備沒有回應，已通知工作人員。您的東西不會遺失，請過一會再來。</translation>
    </message>
    <message>
        <source>%1 秒</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 分 %2 秒</source>
        <translation>%1 分 %2 秒</translation>
    </message>
    <message>
        <source>、</source>
        <translation>、</translation>
    </message>
    <message>
        <source>请到大厅取件窗口询问</source>
        <translation>請到大廳取件窗口查詢</translation>
    </message>
    <message>
        <source>在大厅取件窗口 %1，请取号领取</source>
        <translation>在大廳取件窗口 %1，請取號領取</translation>
    </message>
    <message>
        <source>在 %1 号取件柜</source>
        <translation>在 %1 號取件櫃</translation>
    </message>
    <message>
        <source>在 %1</source>
        <translation>在 %1</translation>
    </message>
    <message>
        <source>还有 %1 件在别处，请看短信，或问大厅工作人员</source>
        <translation>還有 %1 件在別處，請看短訊，或問大廳工作人員</translation>
    </message>
    <message>
        <source>在 %1，凭那里的取件码领取</source>
        <translation>在 %1，憑那裏的取件碼領取</translation>
    </message>
    <message>
        <source>已寄出：%1 %2</source>
        <translation>已寄出：%1 %2</translation>
    </message>
    <message>
        <source>再打一次</source>
        <translation>再列印一次</translation>
    </message>
    <message>
        <source>打印凭证</source>
        <translation>列印憑證</translation>
    </message>
    <message>
        <source>交付凭证可以到任一窗口打印。</source>
        <translation>交付憑證可以到任何一個窗口列印。</translation>
    </message>
    <message>
        <source>打印机没有纸了。
交付凭证可以到任一窗口打印。</source>
        <translation>打印機沒有紙了。
交付憑證可以到任何一個窗口列印。</translation>
    </message>
    <message>
        <source>打印机暂时不能用。
交付凭证可以到任一窗口打印。</source>
        <translation>打印機暫時不能用。
交付憑證可以到任何一個窗口列印。</translation>
    </message>
    <message>
        <source>正在打印凭证</source>
        <translation>正在列印憑證</translation>
    </message>
    <message>
        <source>还要的话，请到任一窗口打印。</source>
        <translation>還要的話，請到任何一個窗口列印。</translation>
    </message>
    <message>
        <source>凭证打好了，请取走</source>
        <translation>憑證列印好了，請取走</translation>
    </message>
    <message>
        <source>凭证可能没有打出来</source>
        <translation>憑證可能沒有列印出來</translation>
    </message>
    <message>
        <source>请看一下出纸口。
没有的话，再打一次，或到任一窗口打印。</source>
        <translation>請看一下出紙口。
沒有的話，再列印一次，或到任何一個窗口列印。</translation>
    </message>
    <message>
        <source>请看一下出纸口。
没有的话，请到任一窗口打印。</source>
        <translation>請看一下出紙口。
沒有的話，請到任何一個窗口列印。</translation>
    </message>
    <message>
        <source>请到任一窗口打印。</source>
        <translation>請到任何一個窗口列印。</translation>
    </message>
    <message>
        <source>凭证没有打出来</source>
        <translation>憑證沒有列印出來</translation>
    </message>
    <message>
        <source>请再试一次，或到任一窗口打印。</source>
        <translation>請再試一次，或到任何一個窗口列印。</translation>
    </message>
    <message>
        <source>打印机没有纸了，请到任一窗口打印。</source>
        <translation>打印機沒有紙了，請到任何一個窗口列印。</translation>
    </message>
    <message>
        <source>打印机暂时不能用，请到任一窗口打印。</source>
        <translation>打印機暫時不能用，請到任何一個窗口列印。</translation>
    </message>
</context>
<context>
    <name>CardBoard</name>
    <message>
        <source>平放，不要动，等屏幕变了再拿起来</source>
        <translation>平放，不要動，等螢幕變了再拿起來</translation>
    </message>
    <message>
        <source>也可以把手机上的二维码对准扫码口</source>
        <translation>也可以把手機上的二維碼對準掃碼口</translation>
    </message>
</context>
<context>
    <name>DoorPicture</name>
    <message>
        <source>取件柜的样子，要找的柜门已标出</source>
        <translation>取件櫃的樣子，要找的櫃門已標出</translation>
    </message>
</context>
<context>
    <name>Foot</name>
    <message>
        <source>返回</source>
        <translation>返回</translation>
    </message>
</context>
<context>
    <name>LogInBoard</name>
    <message>
        <source>工号</source>
        <translation>工號</translation>
    </message>
    <message>
        <source>密码</source>
        <translation>密碼</translation>
    </message>
    <message>
        <source>登录</source>
        <translation>登入</translation>
    </message>
    <message>
        <source>下一项</source>
        <translation>下一項</translation>
    </message>
</context>
<context>
    <name>StaffKeys</name>
    <message>
        <source>完成</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>小写</source>
        <translation>小寫</translation>
    </message>
    <message>
        <source>大写</source>
        <translation>大寫</translation>
    </message>
    <message>
        <source>空格</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>删除</source>
        <translation>刪除</translation>
    </message>
</context>
</TS>
