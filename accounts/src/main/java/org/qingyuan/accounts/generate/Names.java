package org.qingyuan.accounts.generate;

import java.util.random.RandomGenerator;

/// Names and addresses as banks have them: common ones, rare characters that need four bytes in UTF-8 or in GB18030,
/// ethnic names with a dot, and names in Latin letters.
final class Names {
    private static final String[] SURNAMES = {
        "王", "李", "张", "刘", "陈", "杨", "黄", "赵", "吴", "周", "徐", "孙", "马", "朱", "胡", "郭", "何", "林", "高",
        "罗", "郑", "梁", "谢", "宋", "唐", "许", "韩", "冯", "邓", "曹", "彭", "曾", "萧", "田", "董", "袁", "潘", "于",
        "蒋", "蔡", "余", "杜", "叶", "程", "苏", "魏", "吕", "丁", "任", "沈", "欧阳", "司马", "上官", "诸葛"
    };
    private static final String[] GIVEN = {
        "伟", "芳", "娜", "敏", "静", "丽", "强", "磊", "军", "洋", "勇", "艳", "杰", "娟", "涛", "明", "超", "秀英", "霞", "平", "刚", "桂英",
        "建国", "建华", "玉兰", "志强", "春梅", "海燕", "晓东", "文博", "雨桐", "子涵", "浩然", "欣怡", "国庆", "红梅", "德明", "淑珍", "永福", "金凤",
        "大山", "小平", "俊杰", "思远", "一诺", "梓萱", "宇轩", "佳琪"
    };

    /// Outside the basic plane (four bytes in UTF-8), or of four bytes in GB18030 only.
    private static final String[] RARE = {"𠮷", "𣗋", "𬱖", "𬀩", "𡎚", "䶮", "㛃", "㼆", "𫍯", "𤩽"};

    private static final String[] ETHNIC = {"阿依古丽·买买提", "迪丽努尔·艾合买提", "扎西次仁", "乌云其木格", "阿卜杜拉·吐尔逊"};
    private static final String[] LATIN = {
        "SMITH, JOHN", "MÜLLER ANNA", "O'BRIEN PATRICK", "NGUYEN VAN AN", "IVANOVA ELENA"
    };
    private static final String[] PLACES = {
        "江苏省盐城市东台市", "湖北省宜昌市远安县", "安徽省合肥市庐江县", "贵州省毕节市赫章县", "福建省泉州市石狮市", "浙江省金华市义乌市", "江西省赣州市于都县", "山东省青岛市平度市"
    };
    private static final String[] VILLAGES = {"红旗村", "东风村", "新桥村", "太平镇", "幸福路", "人民路", "解放街", "花园小区"};
    private static final String[] TRADES = {"种植专业合作社", "农机服务有限公司", "食品有限公司", "建筑工程有限公司", "村民委员会", "商贸行"};

    private Names() {}

    static String person(RandomGenerator random) {
        int kind = random.nextInt(1000);
        if (kind < 8) {
            return pick(ETHNIC, random);
        }
        if (kind < 12) {
            return pick(LATIN, random);
        }
        String given = pick(GIVEN, random);
        return pick(SURNAMES, random) + (kind < 40 ? pick(RARE, random) : "") + given;
    }

    /// A name that needs four bytes for a character.
    static String rare(RandomGenerator random) {
        return pick(SURNAMES, random) + pick(RARE, random);
    }

    static String latin(RandomGenerator random) {
        return pick(LATIN, random);
    }

    static String unit(RandomGenerator random) {
        return pick(PLACES, random).substring(3) + pick(GIVEN, random) + pick(TRADES, random);
    }

    static String address(RandomGenerator random) {
        return pick(PLACES, random) + pick(VILLAGES, random) + (1 + random.nextInt(300)) + "号";
    }

    private static String pick(String[] list, RandomGenerator random) {
        return list[random.nextInt(list.length)];
    }
}
