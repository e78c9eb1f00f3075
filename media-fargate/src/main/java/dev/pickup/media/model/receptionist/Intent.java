package dev.pickup.media.model.receptionist;

/// What a caller may want, each with the phrases that say so, in the form of [Words].
enum Intent {
    EMERGENCY(
            "can't breathe|cannot breathe|trouble breathing|difficulty breathing|heart attack|chest pain"
                    + "|bleeding (?:a lot|heavily|badly)|won't stop bleeding|bleeding won't stop|unconscious|it's an emergency"),
    REPEAT(
            "pardon(?: me)?|sorry what|what was that|what did you say|say (?:that|it) again|come again|repeat(?: that| it)?"
                    + "|(?:didn't|did not|couldn't|can't|could not) (?:hear|catch|understand|get)(?: you| that| it)?|excuse me what|once more|one more time"),
    GOODBYE(
            "goodbye|bye|bye bye|see you|have a (?:nice|good|great) (?:day|one|evening|weekend)|talk to you (?:soon|later)|take care|so long|cheers bye"),
    NOTHING_MORE(
            "that's all|that is all|that's it|that is it|that was all|that would be all|that will be all|that'll be all|nothing else|nothing more|no more questions|i'm all set|all set|i'm good|i'm done|we're done|all good|no that's fine|all i need(?:ed)?"),
    NEVER_MIND("never ?mind|forget (?:it|about it)|changed my mind|leave it|doesn't matter|don't bother|scratch that"),
    HUMAN(
            "(?:speak|talk|speaking|talking|connect me|put me through|transfer me|get me|pass me) (?:to|with|through to)? ?(?:a |an |the |your |some ?)?(?:real |actual |live |human )?(?:human|person|somebody|someone|one|operator|representative|agent|manager|receptionist|doctor|dentist|owner|boss|staff|team|people|being|hygienist|stylist|realtor)"
                    + "|(?:real|actual|live) (?:human|person)|human please|human being|a human|operator|representative|speak (?:to|with) (?:dr|doctor|mr|mrs|ms|miss) [a-z]+|talk (?:to|with) (?:dr|doctor|mr|mrs|ms|miss) [a-z]+|customer service"),
    CHANGE_BOOKING(
            "(?:cancel|reschedule|move|change|postpone|rebook|delay|shift) (?:my|the|an|our|that|this) (?:[a-z]+ )?(?:appointment|booking|reservation|visit|viewing|slot|table)|reschedule|cancel (?:it|everything)|cancel my [a-z]+"),
    MESSAGE(
            "(?:leave|take|give|pass on|send|write)(?: down)? (?:a |the |him a |her a |them a |this )?message|leave word|pass (?:that|this|it) on|call (?:me|us) back|callback|call back|(?:please |could you |can you |just )(?:tell|let) (?:them|him|her|the|dr|doctor|mr|mrs|ms|everyone|someone|your)(?: .*)?"),
    BOOK(
            "book|booking|books|appointment|appointments|appoint|reserve|reservation|schedule|sign me up|pencil me in|(?:can|could|may|might|should|shall) (?:i|we) (?:come|stop|drop|swing|get in|see|visit|have|get)(?: .*)?|come (?:in|by|over|on|for|to see)|get in|fit me in|squeeze me in"
                    + "|(?:any|got|have) (?:free|open|available)?(?: )?(?:slots?|openings?|times?|availability|space)|free (?:on|at|slot|time)|available|availability|make a booking|table for|viewing|see (?:a|the) (?:house|apartment|flat|property|home|condo|dentist|doctor|stylist)|i'd like to (?:come|see|get)|i need to (?:come|see|get)|i want to (?:come|see|get)|need a [a-z]+ (?:appointment|visit)"),
    HOURS(
            "hours|open|opens|opening|opened|close|closes|closed|closing|shut|what time do you|business hours|when are you (?:there|in|around)|working today|work on [a-z]+days?"),
    YES(
            "yes|yeah|yep|yup|yes please|sure|okay|ok|of course|please do|correct|right|that's right|that is right|exactly|absolutely|certainly|definitely|fine|perfect|great|sounds good|sounds great|that works|works for me|go ahead|alright|all right|that's fine|that would be (?:great|fine|good|perfect)|yes it is|i would|i do|you may|uh huh|mm hm|mhm|guess"),
    NO(
            "no|nope|nah|no thanks|no thank you|not really|not now|not today|i don't|wrong|incorrect|that's not right|negative|neither|none"),
    THANKS("thanks|thank you|thank you so much|thanks a lot|appreciate it|cheers|much appreciated"),
    WAIT(
            "(?:hold on|hang on|one moment|just a (?:moment|second|minute|sec)|one second|one sec|wait a (?:moment|second|minute)|let me (?:see|think|check|look)|give me a (?:moment|second|minute))(?: .*)?"),
    HELLO("hello|hi|hey|good (?:morning|afternoon|evening|day)|hiya|howdy"),
    HOW_ARE_YOU("how are you|how's it going|how do you do|how are things|how you doing"),
    MACHINE(
            "are you (?:a |an )?(?:robot|bot|machine|computer|ai|real|human|person|recording|real person)|am i (?:talking|speaking) to (?:a |an )?(?:robot|bot|machine|computer|ai|real person|person|human)|is this (?:a |an )?(?:robot|bot|machine|computer|ai|recording|real person)"),
    CAN_YOU_HEAR("can you hear me|are you there|is anyone there|is anybody there|you there|hello hello"),
    WHO(
            "who (?:is this|am i speaking (?:to|with)|are you)|what (?:company|business|place|office|clinic) is this|have i reached|is this [a-z]+(?: [a-z]+)*"),
    READ_BACK(
            "read (?:that|it|my number|the number) back|spell (?:that|it|my number|the number) back|repeat (?:my|the) number|did you get (?:my|the|that) number|what number do you have|check (?:my|the) number|note (?:my|down my|the) number");

    private final String phrases;

    Intent(String phrases) {
        this.phrases = phrases;
    }

    boolean in(Words words) {
        return words.has(phrases);
    }

    /// Said in a few words, so that it is all that was said.
    boolean isAllOf(Words words) {
        return words.count() <= 5 && in(words);
    }
}
